import { type ChangePoint, changePoint } from "../statistics/change-point.ts";
import type { SeriesSubject } from "./subjects.ts";
import { type Course, courseOf } from "./widen.ts";

/** Where a metric's level changed most, and the buckets in which that was looked for. */
export interface CourseChange {
  course: Course;
  change: ChangePoint | null;
}

const scales = { count: "root", rate: undefined, median: "log" } as const;

const known = new WeakMap<SeriesSubject["points"], CourseChange>();

/** Finds it once for the same points: steps and spikes both ask. */
export function courseChange({ metric, points, grain }: SeriesSubject): CourseChange {
  const before = known.get(points);
  if (before) return before;
  const course = courseOf(metric, points, grain);
  const values = course.points.map(({ value }) => value);
  const found = {
    course,
    change: changePoint(values, { season: course.season, scale: scales[metric.kind] }),
  };
  known.set(points, found);
  return found;
}

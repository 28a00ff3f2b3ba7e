import type { Finding } from "#core/domain/insight.ts";

/** No series is shown with more points: hosts pay for every word. */
const most = 62;
const dayMs = 86_400_000;

/** How the buckets of a series are joined for showing. */
export interface ShownBuckets {
  /** The first bucket of the first point; those before it are left out. */
  start: number;
  /** From one point to the next. */
  stride: number;
  /** Buckets that a point holds. */
  width: number;
  isDaily: boolean;
}

/**
 * Days of a longer series are weeks, as texts tell its levels; long series of weeks and months are joined too; days in a row that stand
 * out stand beside the same days of other weeks. Back from the last bucket, or both ways from the one that the finding points to.
 */
export function shownBuckets({ id, points, words }: Pick<Finding, "id" | "points" | "words">): ShownBuckets {
  const isDaily = gap(points) === dayMs;
  const stretch = isDaily ? stretchOf(id) : undefined;
  const isJoined = points.length > most || stretch !== undefined;
  if (!isJoined) return { start: 0, stride: 1, width: 1, isDaily };
  const stride = isDaily ? 7 : Math.ceil(points.length / most);
  const named = points.findIndex(({ label }) => label === words.at);
  return { start: (named < 0 ? points.length : named) % stride, stride, width: stretch ?? stride, isDaily };
}

/** How many days in a row stand out, as a finding's id says it. */
function stretchOf(id: string): number | undefined {
  const days = /:(\d)days$/.exec(id)?.[1];
  return days === undefined ? undefined : Number(days);
}

function gap([first, second]: Finding["points"]): number {
  return Date.parse(second?.label ?? "") - Date.parse(first?.label ?? "");
}

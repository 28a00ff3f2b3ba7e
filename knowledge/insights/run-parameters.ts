import type { Analysis } from "#core/domain/insight.ts";
import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";
import { findMetrics } from "../metrics/find-metrics.ts";
import { metrics as allMetrics } from "../metrics/registry.ts";
import { describeSegment, parseSegment } from "../metrics/segment.ts";
import { checkTimeZone } from "../metrics/time-zone.ts";
import { wholePeriod } from "../metrics/whole-period.ts";
import { runGrain } from "./run-grain.ts";
import type { RunParameters } from "./runs.ts";

/** What a caller asks for. */
export interface RunRequest {
  segment?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  metrics?: readonly string[] | undefined;
  timeZone?: string | undefined;
  asOf: Date;
  analyses: readonly Analysis[];
  assignedTo?: string | undefined;
}

/** Settles what a run is about. @throws AppError VALIDATION_FAILED naming what is wrong and the choices there are */
export async function runParameters(tx: Transaction, request: RunRequest): Promise<RunParameters> {
  const timeZone = checkTimeZone(request.timeZone ?? "UTC");
  const metrics = request.metrics?.length
    ? findMetrics(request.metrics)
    : allMetrics.filter(({ time }) => time === "series");
  const followed = metrics.filter(({ time }) => time === "series");
  if (followed.length === 0) {
    const names = allMetrics.filter(({ time }) => time === "series").map(({ id }) => id);
    throw new AppError(
      "VALIDATION_FAILED",
      `${metrics.map(({ id }) => id).join(", ")} can only be told as it stands now. Metrics that have a course: ${names.join(", ")}.`,
    );
  }
  const segment = request.segment?.trim() ? parseSegment(request.segment) : [];
  const period = await wholePeriod(tx, {
    ...(request.from === undefined ? {} : { from: request.from }),
    ...(request.to === undefined ? {} : { to: request.to }),
    timeZone,
    asOf: request.asOf,
  });
  return {
    segment: segment.length === 0 ? null : describeSegment(segment),
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    as_of: request.asOf.toISOString(),
    time_zone: timeZone,
    grain: runGrain(period),
    metrics: followed.map(({ id }) => id),
    analyses: [...request.analyses],
    assigned_to: request.assignedTo ?? null,
    opportunities: segment.length === 0,
  };
}

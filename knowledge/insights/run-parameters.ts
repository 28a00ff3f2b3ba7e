import type { Analysis } from "#core/domain/insight.ts";
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
  /** Those of them that a plan keeps; all by default. */
  planned?: readonly string[] | undefined;
  timeZone?: string | undefined;
  asOf: Date;
  analyses: readonly Analysis[];
  assignedTo?: string | undefined;
}

/** Settles what a run is about. @throws AppError VALIDATION_FAILED naming what is wrong and the choices there are */
export async function runParameters(tx: Transaction, request: RunRequest): Promise<RunParameters> {
  const timeZone = checkTimeZone(request.timeZone ?? "UTC");
  const { planned } = request;
  const metrics = request.metrics?.length ? findMetrics(request.metrics) : allMetrics;
  const followed = metrics.filter(({ id, time }) => time === "series" && (planned?.includes(id) ?? true));
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

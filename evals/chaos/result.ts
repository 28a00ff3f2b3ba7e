import { atLeast, atMost, type Figure } from "../report/figure-table.ts";
import type { WebhookFindings } from "./check-webhooks.ts";
import type { FullDiskResult } from "./full-disk.ts";
import type { Unsettled } from "./unsettled.ts";

/** A fault with what it did to clients. */
export interface SufferedFault {
  name: string;
  /** Seconds since the load began. */
  at: number;
  /** Seconds from its end until a write succeeded on every server; null: it did not. */
  recovery: number | null;
  /** Tries of requests that ended between its beginning and the recovery. */
  requests: number;
  /** Those without an answer, or with a 5xx. */
  failed: number;
  /** The same by why. */
  failures: Record<string, number>;
  /** Seconds. */
  slowest: number;
  /** Processes that ended of their own accord. */
  crashed: string[];
  /** Requests that a draining server had begun and did not answer. */
  cutByDrain: number;
}

/** What a run of chaos came to; lists hold a line for each finding. */
export interface ChaosResult {
  faults: SufferedFault[];
  requests: number;
  acknowledged: number;
  /** Writes that nobody had answered when the run ended. */
  undecided: number;
  refused: string[];
  lost: string[];
  duplicated: string[];
  refusedButThere: string[];
  crossTenant: string[];
  settled: { left: Unsettled; seconds: number };
  webhooks: WebhookFindings & { messages: number };
}

const longestRecovery = 10;

/** What the embedded database did on a full disk, as figures with targets. */
export function fullDiskFigures(result: FullDiskResult): Figure[] {
  const { acknowledged, refusal, reads, alive, recovery, lost } = result;
  const yes = (name: string, holds: boolean): Figure => ({
    name,
    value: Number(holds),
    unit: "",
    target: atLeast(1),
  });
  const isTold = refusal?.status === 503 && /room/.test(refusal.message);
  return [
    { name: "full disk: acknowledged writes", value: acknowledged, unit: "" },
    yes("full disk: refused with 503 and what to do", isTold),
    yes("full disk: reads went on", reads),
    yes("full disk: the process stayed up", alive),
    { name: "full disk: recovery", value: recovery, unit: "s", target: atMost(longestRecovery) },
    { name: "full disk: acknowledged writes lost", value: lost, unit: "", target: atMost(0) },
  ];
}

/** The result as figures with targets. */
export function chaosFigures(result: ChaosResult): Figure[] {
  const none = (name: string, count: number): Figure => ({ name, value: count, unit: "", target: atMost(0) });
  const { faults, settled, webhooks } = result;
  const { deadLetters, ...waiting } = settled.left;
  const recoveries = faults.map(({ recovery }) => recovery);
  return [
    { name: "requests", value: result.requests, unit: "" },
    { name: "acknowledged writes", value: result.acknowledged, unit: "" },
    none("acknowledged writes lost", result.lost.length),
    none("writes there twice", result.duplicated.length),
    none("refused writes that are there", result.refusedButThere.length),
    none("writes refused without reason", result.refused.length),
    none("rows or answers of another workspace", result.crossTenant.length),
    {
      name: "longest recovery",
      value: recoveries.includes(null) ? null : Math.max(0, ...recoveries.map(Number)),
      unit: "s",
      target: atMost(longestRecovery),
    },
    none(
      "processes that crashed",
      faults.reduce((sum, fault) => sum + fault.crashed.length, 0),
    ),
    none(
      "requests cut by a drain",
      faults.reduce((sum, fault) => sum + fault.cutByDrain, 0),
    ),
    { name: "workers settled after", value: settled.seconds, unit: "s", target: atMost(60) },
    none(
      "left to workers then",
      Object.values(waiting).reduce((sum, n) => sum + n, 0),
    ),
    none("dead letters", deadLetters),
    { name: "webhook messages", value: webhooks.messages, unit: "" },
    none("acknowledged contacts not told of", webhooks.untold.length),
    none("told of another workspace's", webhooks.foreign.length),
    none("messages with two bodies, or badly signed", webhooks.changed.length + webhooks.unsigned),
  ];
}

/** A line for each fault. */
export function faultTable(faults: readonly SufferedFault[]): string {
  const rows = [
    ["at s", "fault", "recovery s", "requests", "failed", "slowest s", "why"],
    ...faults.map(({ at, name, recovery, requests, failed, failures, slowest }) => [
      at.toFixed(0),
      name,
      recovery === null ? "never" : recovery.toFixed(1),
      String(requests),
      String(failed),
      slowest.toFixed(1),
      Object.entries(failures)
        .map(([why, n]) => `${why} ${n}`)
        .join(", "),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The first findings of each kind, as lines. */
export function findings(result: ChaosResult): string {
  const { refused, lost, duplicated, refusedButThere, crossTenant, webhooks, settled } = result;
  const lists = { refused, lost, duplicated, refusedButThere, crossTenant, untold: webhooks.untold };
  const lines = Object.entries(lists).flatMap(([name, list]) =>
    list.slice(0, 5).map((line) => `${name}: ${line}`),
  );
  return [...lines, `left: ${JSON.stringify(settled.left)}`].join("\n");
}

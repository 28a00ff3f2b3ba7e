import { canonical } from "./canonical.ts";
import type { Judged } from "./judge.ts";
import type { RunResult } from "./runs.ts";

/** What differs between a run and its repetition. */
export interface RunChanges {
  /** Buckets whose number is another, or that are new or gone (null). */
  buckets: {
    metric: string;
    at: string;
    before: number | null;
    after: number | null;
    n_before: number;
    n_after: number;
  }[];
  groups: {
    metric: string;
    dimension: string;
    group: string | null;
    before: number | null;
    after: number | null;
    n_before: number;
    n_after: number;
  }[];
  findings: {
    appeared: string[];
    vanished: string[];
    moved: {
      id: string;
      effect_before: number | null;
      effect_after: number | null;
      q_before: number | null;
      q_after: number | null;
    }[];
  };
  opportunities: { appeared: string[]; vanished: string[] };
}

/** Compares what two runs of the same parameters saw and found. */
export function compareRuns(before: RunResult, after: RunResult): RunChanges {
  return {
    buckets: differences(bucketsOf(before), bucketsOf(after)).map(([a, b]) => ({
      metric: (a ?? b)?.metric ?? "",
      at: (a ?? b)?.at ?? "",
      ...values(a, b),
    })),
    groups: differences(groupsOf(before), groupsOf(after)).map(([a, b]) => ({
      metric: (a ?? b)?.metric ?? "",
      dimension: (a ?? b)?.dimension ?? "",
      group: (a ?? b)?.name ?? null,
      ...values(a, b),
    })),
    findings: changedFindings(before.findings, after.findings),
    opportunities: {
      appeared: after.opportunities.filter((id) => !before.opportunities.includes(id)),
      vanished: before.opportunities.filter((id) => !after.opportunities.includes(id)),
    },
  };
}

/** Whether nothing differs. */
export function isSame({ buckets, groups, findings, opportunities }: RunChanges): boolean {
  const lists = [buckets, groups, findings.appeared, findings.vanished, findings.moved];
  return [...lists, opportunities.appeared, opportunities.vanished].every((list) => list.length === 0);
}

interface Valued {
  value: number | null;
  n: number;
}

function bucketsOf({ series }: RunResult) {
  return new Map(
    series.flatMap(({ metric, points }) =>
      points.map((point) => [`${metric} ${point.at}`, { ...point, metric }] as const),
    ),
  );
}

function groupsOf({ groupings }: RunResult) {
  return new Map(
    groupings.flatMap(({ metric, dimension, groups }) =>
      groups.map(
        (group) => [canonical([metric, dimension, group.name]), { ...group, metric, dimension }] as const,
      ),
    ),
  );
}

function differences<T extends Valued>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .map((key) => [before.get(key), after.get(key)] as const)
    .filter(([a, b]) => a?.value !== b?.value || a?.n !== b?.n);
}

function values(a: Valued | undefined, b: Valued | undefined) {
  return { before: a?.value ?? null, after: b?.value ?? null, n_before: a?.n ?? 0, n_after: b?.n ?? 0 };
}

function changedFindings(before: readonly Judged[], after: readonly Judged[]): RunChanges["findings"] {
  const [old, now] = [before, after].map((list) => new Map(list.map((finding) => [finding.id, finding])));
  return {
    appeared: after.filter(({ id }) => !old?.has(id)).map(({ id }) => id),
    vanished: before.filter(({ id }) => !now?.has(id)).map(({ id }) => id),
    moved: before.flatMap((a) => {
      const b = now?.get(a.id);
      if (!b || canonical(a) === canonical(b)) return [];
      return [{ id: a.id, effect_before: a.effect, effect_after: b.effect, q_before: a.q, q_after: b.q }];
    }),
  };
}

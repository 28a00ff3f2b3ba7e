import { bpiRows } from "./bpi2012.ts";

/** A journey as the suite computes it from the file alone. Times in milliseconds since 1970. */
export interface ReferenceJourney {
  caseId: string;
  outcome: string;
  stages: Record<string, { entered: number; dwell: number | null; back: number }>;
  skipped: string[];
  furthest: string;
}

interface Step {
  at: number;
  stage: number;
}

/**
 * Journeys straight from events.csv, by the definitions of docs/journeys.md and none of the product's code: first time of each stage; time
 * until a stage further on began, else until the last event of the case (until `now` while it is open), nothing for the last stage and for
 * one begun after a stage further on; visits of a stage that had been entered, from a stage further on, consecutive ones once.
 */
export function referenceJourneys(labels: readonly (readonly [string, readonly string[]])[], now: number) {
  const stageOf = new Map(
    labels.flatMap(([, activities], stage) => activities.map((one) => [one, stage] as const)),
  );
  const names = labels.map(([name]) => name);
  const cases = new Map<string, { steps: Step[]; last: number }>();
  for (const [caseId = "", activity = "", , , timestamp = ""] of bpiRows("events.csv")) {
    const at = Date.parse(timestamp);
    const one = cases.get(caseId) ?? { steps: [], last: at };
    one.last = Math.max(one.last, at);
    const stage = stageOf.get(activity);
    if (stage !== undefined) one.steps.push({ at, stage });
    cases.set(caseId, one);
  }
  return bpiRows("cases.csv").map(([caseId = "", , , , outcome = ""]): ReferenceJourney => {
    const { steps, last } = cases.get(caseId) ?? { steps: [], last: Number.NaN };
    return { caseId, outcome, ...journeyOf(steps, names, outcome === "open" ? now : last) };
  });
}

function journeyOf(steps: readonly Step[], names: readonly string[], until: number) {
  const first = names.map((_, stage) => steps.find((step) => step.stage === stage)?.at);
  const furthest = first.findLastIndex((at) => at !== undefined);
  const stages: ReferenceJourney["stages"] = {};
  for (const [stage, entered] of first.entries()) {
    if (entered === undefined) continue;
    const further = first.slice(stage + 1).filter((at) => at !== undefined);
    const left = further.length > 0 ? Math.min(...further) : until;
    const isTimed = stage < names.length - 1 && left >= entered;
    stages[names[stage] ?? ""] = { entered, dwell: isTimed ? left - entered : null, back: 0 };
  }
  const visits = steps.filter((step, place) => step.stage !== steps[place - 1]?.stage);
  const seen = new Set<number>();
  for (const { stage } of visits) {
    const entry = stages[names[stage] ?? ""];
    if (entry && seen.has(stage) && [...seen].some((other) => other > stage)) entry.back++;
    seen.add(stage);
  }
  const skipped = names.filter((_, stage) => stage < furthest && first[stage] === undefined);
  return { stages, skipped, furthest: names[furthest] ?? "" };
}

import type { OutcomeResult } from "#core/domain/outcome.ts";
import { journeyEnd } from "./journey-end.ts";
import type { JourneyEvent, JourneyHistory } from "./journey-history.ts";
import { type StageMatcher, stageMatcher } from "./match-stages.ts";
import type { Stage } from "./stage-rules.ts";

/** A stage that was reached. Times are in milliseconds since 1970. */
export interface StageReached {
  /** Its place in the order of stages, from 0. */
  place: number;
  name: string;
  /** When it was first reached; null: it was, but nobody knows when. */
  enteredAt: number | null;
  /** When a later stage was first reached, or the lead ended; null while the stage lasts, or where it cannot be told. */
  leftAt: number | null;
  /** Milliseconds from entering to leaving, or up to the moment asked about; null where it has no sense: see reach. */
  dwell: number | null;
  /** Whether the dwell time still grows. */
  isOpen: boolean;
  /** A later stage had been reached before it. */
  isLate: boolean;
  reachedBy: "interaction" | "status" | "outcome";
  /** Interactions of the moment at which it was reached. */
  interactionIds: string[];
  /** Times that the contact came back to it from a later stage. */
  reEntries: { at: number; interactionId: string }[];
}

/** How far a contact came, and when. */
export interface Journey {
  /** In the order of the stages; only those reached. */
  stages: StageReached[];
  /** Names of stages that were passed over: a later one was reached. */
  skipped: string[];
  /** The furthest stage reached; null: none. */
  current: StageReached | null;
  /** The earliest known entry. */
  startedAt: number | null;
  /** Null while the lead is open. */
  endedAt: number | null;
  /** How `endedAt` is known: an outcome without a date ends with the last interaction. */
  endedBy: "outcome" | "last interaction" | null;
  /** Interactions not counted: after the moment asked about, and after the lead had ended. */
  ahead: number;
  afterEnd: number;
}

/**
 * Reads a contact's journey from its history. A stage's dwell time runs from its first entry until a later stage is first
 * reached, else until the lead ended, else until `asOf`; hours are real hours, whatever the clocks showed. It is null for the
 * last stage of all, which is the end, for a stage that a later one came before, and where a date is not known.
 * @param asOf only what happened before this moment counts.
 */
export function reach(
  stages: readonly Stage[],
  history: JourneyHistory,
  { asOf, matcher = stageMatcher(stages) }: { asOf: Date; matcher?: StageMatcher },
): Journey {
  const known = history.events.filter(({ at }) => at < asOf);
  const outcome = history.outcome?.at && history.outcome.at >= asOf ? null : history.outcome;
  const end = journeyEnd(known, outcome);
  const counted = end === null ? known : known.filter(({ at }) => at.getTime() <= end.at);
  const walk = walkThrough(counted, stages, matcher);
  const endsAt = end?.by === "outcome" ? end.at : null;
  addRecords(walk.entries, stages, { statuses: history.statuses, result: outcome?.result, endsAt, asOf });
  const reached = stages.flatMap(({ name }, place) => {
    const entry = walk.entries.get(place);
    return entry ? [{ place, name, ...entry, reEntries: walk.reEntries.get(place) ?? [] }] : [];
  });
  const ends = {
    endedAt: end?.at ?? null,
    isEnded: outcome !== null,
    now: asOf.getTime(),
    last: stages.length - 1,
  };
  const timed = reached.map((entry) => withDwell(entry, reached, ends));
  const current = timed.at(-1) ?? null;
  const dated = timed.flatMap(({ enteredAt }) => enteredAt ?? []);
  return {
    stages: timed,
    skipped: stages
      .slice(0, current?.place ?? 0)
      .flatMap(({ name }, place) => (walk.entries.has(place) ? [] : [name])),
    current,
    startedAt: dated.length > 0 ? Math.min(...dated) : null,
    endedAt: end?.at ?? null,
    endedBy: end?.by ?? null,
    ahead: history.events.length - known.length,
    afterEnd: known.length - counted.length,
  };
}

type Entry = Pick<StageReached, "enteredAt" | "reachedBy" | "interactionIds">;

interface Walk {
  entries: Map<number, Entry>;
  reEntries: Map<number, StageReached["reEntries"]>;
}

function walkThrough(
  events: readonly JourneyEvent[],
  stages: readonly Stage[],
  { stagesOf }: StageMatcher,
): Walk {
  const entries: Walk["entries"] = new Map();
  const reEntries: Walk["reEntries"] = new Map();
  let furthest = -1;
  let last = -1;
  for (const event of events) {
    const places = stagesOf(event);
    const at = event.at.getTime();
    const visited = places.findLast((place) => stages[place]?.returns);
    // Consecutive events of one stage are one visit.
    const isBack = visited !== undefined && visited !== last && visited < furthest && entries.has(visited);
    if (isBack) reEntries.set(visited, [...(reEntries.get(visited) ?? []), { at, interactionId: event.id }]);
    for (const place of places) {
      const entry = entries.get(place);
      if (!entry) entries.set(place, { enteredAt: at, reachedBy: "interaction", interactionIds: [event.id] });
      else if (entry.enteredAt === at) entry.interactionIds.push(event.id);
    }
    furthest = Math.max(furthest, places.at(-1) ?? -1);
    last = visited ?? last;
  }
  return { entries, reEntries };
}

/** Statuses and outcomes reach stages too; the earliest known moment counts. */
function addRecords(
  entries: Walk["entries"],
  stages: readonly Stage[],
  { statuses, result, endsAt, asOf }: Records,
): void {
  stages.forEach(({ reached_by }, place) => {
    const add = (at: number | null, reachedBy: Entry["reachedBy"]) => {
      const known = entries.get(place)?.enteredAt;
      const isEarlier = at !== null && (known === undefined || known === null || at < known);
      if (isEarlier || !entries.has(place))
        entries.set(place, { enteredAt: at, reachedBy, interactionIds: [] });
    };
    for (const rule of reached_by) {
      for (const { status, at } of statuses)
        if (rule.status === status && (at === null || at < asOf)) add(at?.getTime() ?? null, "status");
      if (result !== undefined && rule.outcome === result) add(endsAt, "outcome");
    }
  });
}

interface Records {
  statuses: JourneyHistory["statuses"];
  result: OutcomeResult | undefined;
  /** Null where the outcome has no date. */
  endsAt: number | null;
  asOf: Date;
}

type Untimed = Omit<StageReached, "leftAt" | "dwell" | "isOpen" | "isLate">;

function withDwell(
  entry: Untimed,
  all: readonly Untimed[],
  { endedAt, isEnded, now, last }: { endedAt: number | null; isEnded: boolean; now: number; last: number },
): StageReached {
  const { place, enteredAt } = entry;
  const unknown = { ...entry, leftAt: null, dwell: null, isOpen: false, isLate: false };
  if (enteredAt === null || place === last) return unknown;
  const later = all.filter((other) => other.place > place).flatMap((other) => other.enteredAt ?? []);
  if (later.some((at) => at < enteredAt)) return { ...unknown, isLate: true };
  if (later.length > 0) {
    const leftAt = Math.min(...later);
    return { ...unknown, leftAt, dwell: leftAt - enteredAt };
  }
  if (isEnded) {
    const isKnown = endedAt !== null && endedAt >= enteredAt;
    return isKnown ? { ...unknown, leftAt: endedAt, dwell: endedAt - enteredAt } : unknown;
  }
  // A later stage without a date was reached: when this one was left is not known.
  if (all.some((other) => other.place > place)) return unknown;
  return { ...unknown, dwell: now - enteredAt, isOpen: true };
}

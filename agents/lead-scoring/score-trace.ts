import { AppError } from "#core/errors.ts";
import type { LeadScoringState } from "#graphs/lead-scoring/state.ts";
import { shorten } from "#tools/shorten.ts";
import type { ExplainScoreOutput } from "./contract.ts";
import { asPoints } from "./scored.ts";

type History = ExplainScoreOutput["history"];
type Change = NonNullable<ExplainScoreOutput["change"]>;

/** The earlier moment that a caller asks about. @throws AppError VALIDATION_FAILED when it is not before the later one */
export function toSince(since: string | undefined, asOf: Date): Date | undefined {
  if (since === undefined) return undefined;
  const moment = new Date(since);
  if (moment < asOf) return moment;
  throw new AppError(
    "VALIDATION_FAILED",
    `since is ${since}, which is not before ${asOf.toISOString()}, the moment explained. Name an earlier one.`,
  );
}

/** Stored scores as answers show them. */
export function toHistory({ trace }: Pick<LeadScoringState, "trace">): History {
  return trace.history.map(({ scoredAt, probability, low, high, band, modelVersion }) => ({
    at: scoredAt.toISOString(),
    score: 100 * probability,
    low,
    high,
    band,
    model_version: modelVersion,
  }));
}

/** Why the score moved, or null when nobody asked. */
export function toChange(
  { trace }: Pick<LeadScoringState, "trace">,
  since: Date | undefined,
): ExplainScoreOutput["change"] {
  if (!trace.change || !since) return null;
  const { fromScore, toScore, points, wasKnown } = trace.change;
  const reasons = trace.change.reasons.map((reason) => ({ ...reason, factor: shorten(reason.factor, 120) }));
  const change = {
    since: since.toISOString(),
    from_score: fromScore,
    to_score: toScore,
    points,
    reasons,
  };
  return { ...change, text: inWords(change, wasKnown) };
}

const reasonsTold = 3;

function inWords({ since, from_score, to_score, points, reasons }: Omit<Change, "text">, wasKnown: boolean) {
  const day = since.slice(0, 10);
  const unknown = wasKnown ? "" : ` Nothing was known of the lead on ${day}, so that score is a stranger's.`;
  if (reasons.length === 0) return `Nothing that counts has changed since ${day}.${unknown}`;
  const told = reasons.slice(0, reasonsTold).map((r) => `${reasonName(r)} ${asPoints(r.points)}`);
  const more = reasons.length > reasonsTold ? ` and ${reasons.length - reasonsTold} more` : "";
  return `Since ${day} the score went from ${from_score.toFixed(1)} to ${to_score.toFixed(1)} (${asPoints(points)} points): ${told.join(", ")}${more}.${unknown}`;
}

function reasonName({ factor, from, to }: Change["reasons"][number]): string {
  const what = from === "" ? to : from === to ? from : `${from} → ${to}`;
  return `${factor} (${what})`;
}

/** Why the score moved, a line a reason; nothing when nobody asked. */
export function changeLines(change: ExplainScoreOutput["change"]): string[] {
  if (!change) return [];
  return [change.text, ...change.reasons.map((r) => `${asPoints(r.points).padStart(6)}  ${reasonName(r)}`)];
}

const steps = "▁▂▃▄▅▆▇█";

/** Stored scores in one line, with a bar for each: 0 is the lowest bar, 100 the highest. */
export function historyLine(history: History): string[] {
  if (history.length < 2) return [];
  const bars = history.map(({ score }) => steps[Math.min(7, Math.floor(score / 12.5))]).join("");
  const [first, last] = [history[0], history.at(-1)];
  const end = (stored: History[number] | undefined) =>
    `${stored?.score.toFixed(0)} on ${stored?.at.slice(0, 10)}`;
  return [`${bars}  ${end(first)} to ${end(last)}`];
}

import type { JourneyEvent } from "./journey-history.ts";
import type { Stage, StageRule, TextPart } from "./stage-rules.ts";

/** What of interactions' texts the rules read: nothing, or those of these directions ("any" includes unknown ones). */
export type ContentWanted = "none" | "any" | readonly string[];

/** Stage rules made ready to be held against interactions. */
export interface StageMatcher {
  /** Places of the stages that an interaction reaches, ascending. */
  stagesOf(event: JourneyEvent): number[];
  contentWanted: ContentWanted;
}

/** Makes the function that says which stages an interaction reaches. */
export function stageMatcher(stages: readonly Stage[]): StageMatcher {
  const tests = stages.map(({ reached_by }) => reached_by.flatMap((rule) => testOf(rule) ?? []));
  return {
    stagesOf: (event) => tests.flatMap((any, place) => (any.some((test) => test(event)) ? [place] : [])),
    contentWanted: wantedBy(stages.flatMap(({ reached_by }) => reached_by)),
  };
}

type Test = (event: JourneyEvent) => boolean;

/** Undefined for rules about statuses and outcomes, which no interaction meets. */
function testOf(rule: StageRule): Test | undefined {
  if (rule.status !== undefined || rule.outcome !== undefined) return undefined;
  const { type, direction, channel } = rule;
  const labels = rule.activity && new Set(rule.activity.map(folded));
  const said = rule.says && wholeWords(rule.says);
  const parts = rule.in ?? everywhere;
  return (event) =>
    (type === undefined || event.type === type) &&
    (direction === undefined || event.direction === direction) &&
    (channel === undefined || event.channel === channel) &&
    (labels === undefined || (event.activity !== null && labels.has(folded(event.activity)))) &&
    (said === undefined || parts.some((part) => said.test(event[part]?.normalize("NFC") ?? "")));
}

const everywhere: readonly TextPart[] = ["activity", "subject", "content"];

function folded(label: string): string {
  return label.normalize("NFC").trim().toLowerCase();
}

/** Any of the phrases, between characters that are no letters or digits; "_" parts words as blanks do. */
function wholeWords(phrases: readonly string[]): RegExp {
  const each = phrases.map((phrase) =>
    phrase
      .normalize("NFC")
      .split(/[\s_]+/)
      .map((word) => RegExp.escape(word))
      .join("[\\s_]+"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

function wantedBy(rules: readonly StageRule[]): ContentWanted {
  const reading = rules.filter(({ says, in: parts = everywhere }) => says && parts.includes("content"));
  if (reading.length === 0) return "none";
  const directions = reading.map(({ direction }) => direction);
  return directions.includes(undefined) ? "any" : [...new Set(directions.flatMap((one) => one ?? []))];
}

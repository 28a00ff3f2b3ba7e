import type { DraftRule } from "#core/domain/draft.ts";
import { redact } from "../../privacy/redact.ts";
import { beforeSignature } from "../../signals/signature.ts";
import { removedPhrases, sentencesOf } from "./removed-phrases.ts";

/** What an edit says about how the user wants to be drafted for. */
export type LearnedRule = Pick<DraftRule, "kind" | "value" | "topic">;

export interface Edit {
  /** The text as it was proposed, and as a person changed it. */
  before: string;
  after: string;
  /** The intent that was answered; null: none that is known. */
  topic: string | null;
  names: { contactFirstName: string | null; senderFirstName: string | null };
}

/** Lengths that are learned, in characters: the smallest that holds the edited text. */
const lengths = [300, 600, 1_000, 1_500];
const mostRules = 8;

/**
 * What a change to a draft teaches: another greeting or closing, a tone, a shorter length, phrases taken out and facts put in. Greeting,
 * closing and tone hold for any topic, the others for the one that was answered. No names are kept but as {first_name}.
 */
export function learnFromEdit({ before, after, topic, names }: Edit): LearnedRule[] {
  if (before.trim() === "" || after.trim() === "" || before.trim() === after.trim()) return [];
  const old = parts(before);
  const now = parts(after);
  const rules: (LearnedRule | null)[] = [
    greetingRule(old.greeting, now.greeting, names.contactFirstName),
    now.closing !== null && now.closing !== old.closing
      ? { kind: "closing", value: now.closing, topic: null }
      : null,
    toneRule(old.body, now.body),
    lengthRule(before, after, topic),
    ...removedPhrases(old.body, now.body, Object.values(names)).map(
      (value) => ({ kind: "forbidden", value, topic }) as const,
    ),
    ...addedFacts(old.body, now.body).map((value) => ({ kind: "fact", value, topic }) as const),
  ];
  return rules.filter((rule) => rule !== null).slice(0, mostRules);
}

interface Parts {
  greeting: string | null;
  body: string;
  closing: string | null;
}

/** Words that greetings are made of; whatever else stands in one may be somebody's name. */
const greetingWord =
  /^(?:hi|hello|hey|dear|good|morning|afternoon|evening|day|there|all|team|everyone|hallo|guten|tag|abend|liebe|lieber|moin|servus|grüß|gott|sehr|geehrte|damen|und|herren|bonjour|bonsoir|salut|cher|chère|hola|buenos|buenas|días|tardes|estimado|estimada)$/iu;
const opens =
  /^(?:hi|hello|hey|dear|good|hallo|guten|liebe|lieber|moin|servus|grüß|sehr|bonjour|bonsoir|salut|cher|chère|hola|buenos|buenas|estimado|estimada)\b/iu;
const longestGreeting = 60;

function parts(text: string): Parts {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n");
  const first = lines[0]?.trim() ?? "";
  const greeting = opens.test(first) && first.length <= longestGreeting && !/[.?]/.test(first) ? first : null;
  const rest = greeting === null ? lines : lines.slice(1);
  // A line is a closing formula when it takes what follows for a signature.
  const at = rest.findLastIndex(
    (line) => line.trim() !== "" && beforeSignature(`${line}\nx`) !== `${line}\nx`,
  );
  const closing = at < 0 ? null : (rest[at]?.trim() ?? null);
  return { greeting, closing, body: (at < 0 ? rest : rest.slice(0, at)).join("\n").trim() };
}

function greetingRule(
  before: string | null,
  after: string | null,
  firstName: string | null,
): LearnedRule | null {
  if (after === null || after === before) return null;
  const value = withoutName(after, firstName);
  const words = value.replace("{first_name}", "").match(/[\p{L}']+/gu) ?? [];
  return words.every((word) => greetingWord.test(word)) ? { kind: "greeting", value, topic: null } : null;
}

function withoutName(text: string, name: string | null): string {
  if (name === null || name === "") return text;
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? text : `${text.slice(0, at)}{first_name}${text.slice(at + name.length)}`;
}

const contraction =
  /\b(?:i|you|we|they|it|that|there|he|she|who|what)['’](?:m|re|ve|ll|d|s)\b|\b\w+n['’]t\b/giu;
const casual = /\b(?:thanks|hey|cheers|yeah|no worries|super|awesome)\b|!/giu;

function toneRule(before: string, after: string): LearnedRule | null {
  const [old, now] = [casualness(before), casualness(after)];
  if (old >= 2 && now === 0) return { kind: "tone", value: "formal", topic: null };
  if (old === 0 && now >= 2) return { kind: "tone", value: "casual", topic: null };
  return null;
}

function casualness(text: string): number {
  return (text.match(contraction)?.length ?? 0) + (text.match(casual)?.length ?? 0);
}

function lengthRule(before: string, after: string, topic: string | null): LearnedRule | null {
  if (after.length > before.length * 0.7 || before.length - after.length < 100) return null;
  const length = lengths.find((most) => after.length <= most);
  return length === undefined || length >= before.length
    ? null
    : { kind: "length", value: String(length), topic };
}

const longestFact = 300;
const mostFacts = 2;

/** Statements with a figure or a name in them that the draft did not have; none that hold somebody's personal data. */
function addedFacts(before: string, after: string): string[] {
  const known = new Set(sentencesOf(before).map((sentence) => sentence.toLowerCase()));
  return sentencesOf(after)
    .filter((sentence) => !known.has(sentence.toLowerCase()) && !sentence.endsWith("?"))
    .filter((sentence) => sentence.length <= longestFact && /\p{N}|\s\p{Lu}\p{L}{2,}/u.test(sentence))
    .filter((sentence) => redact(sentence).found.length === 0)
    .slice(0, mostFacts);
}

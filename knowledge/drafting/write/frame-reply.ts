import type { DraftRule, DraftSentence } from "#core/domain/draft.ts";
import type { DraftingTask } from "#core/drafter.ts";
import { phrasesFor } from "./phrases.ts";

/** Names are put in by us: whoever writes the body leaves them out. */
const greets =
  /^(?:hello|hi|hey|dear|good (?:morning|afternoon|day)|guten (?:tag|morgen)|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|salut|hola|estimad[oa]|buenos días)\b[^.?!]{0,60}[,!:]?$/iu;
const closes =
  /^(?:(?:best|kind|warm) (?:regards|wishes)|regards|sincerely|yours|best|cheers|(?:mit )?(?:freundlichen?|viele|beste|herzliche) gr(?:ü|ue)(?:ß|ss)en?|(?:bien )?cordialement|bien à vous|(?:un )?saludos?(?: cordiales)?|atentamente)\b[^.?!]{0,60}$/iu;

/** Puts greeting and closing around a body, as the rules of this user and topic say, else in the language of the message. */
export function frameReply(task: DraftingTask, body: readonly DraftSentence[]): DraftSentence[] {
  const own = body.filter(({ text }) => !greets.test(text.trim()) && !closes.test(text.trim()));
  if (own.length === 0) return [];
  const plain = (text: string): DraftSentence => ({ text, citations: [] });
  return [plain(greetingOf(task)), ...own, plain(closingOf(task))];
}

/** The rule of a kind that holds for an intent: the user's before everybody's, the topic's before any. */
export function ruleFor(
  { rules, intent }: Pick<DraftingTask, "rules" | "intent">,
  kind: DraftRule["kind"],
): string | undefined {
  const weight = ({ topic, user }: DraftRule) => (topic === null ? 0 : 2) + (user === null ? 0 : 1);
  return rules
    .filter((rule) => rule.kind === kind && (rule.topic === null || rule.topic === intent))
    .toSorted((a, b) => weight(b) - weight(a))[0]?.value;
}

function greetingOf(task: DraftingTask): string {
  const { contactFirstName } = task.names;
  const pattern = ruleFor(task, "greeting") ?? phrasesFor(task.incoming).greeting[toneOf(task)];
  if (contactFirstName !== null) return pattern.replaceAll("{first_name}", asWritten(contactFirstName));
  return pattern.replace(/,?\s*\{first_name\}/g, "");
}

function closingOf(task: DraftingTask): string {
  const { senderName } = task.names;
  const line = ruleFor(task, "closing") ?? phrasesFor(task.incoming).closing[toneOf(task)];
  const isSigned = senderName !== null && line.includes(senderName);
  return [line, ...(senderName === null || isSigned ? [] : [senderName])].join("\n");
}

function toneOf(task: DraftingTask): "neutral" | "formal" | "casual" {
  const tone = ruleFor(task, "tone");
  return tone === "formal" || tone === "casual" ? tone : "neutral";
}

/** Names that a form took in capitals or small letters. */
function asWritten(name: string): string {
  const isPlain = name.length > 2 && (name === name.toUpperCase() || name === name.toLowerCase());
  if (!isPlain) return name;
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

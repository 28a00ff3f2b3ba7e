import { asksForSomething } from "../../intents/find-questions.ts";

const greeting =
  /^(?:hello|hi|hey|dear|good (?:morning|afternoon|day)|guten|hallo|liebe[rs]?|sehr geehrte|bonjour|salut|hola|estimad|thanks|thank you|many thanks|danke|vielen dank|merci|gracias|good (?:talking|speaking|meeting|to (?:talk|speak|meet))|all the best|talk soon|have a |any questions|(?:best|kind|warm) (?:regards|wishes)|regards|sincerely|cheers|mit freundlichen|viele grüße|beste grüße|freundliche grüße|cordialement|saludos)\b/iu;

/** What somebody did or will do for one contact. */
const deed =
  /\b(?:i|we)(?:(?: have|['’]ve| just| had| was| were) \p{L}+| will| shall|['’]ll| (?:sent|called|tried|wrote|attach|booked|reserved|spoke|met|moved|found|heard)\b)/iu;

/** What holds for one moment: files that were attached, days that have passed. */
const momentary =
  /\b(?:attach(?:ed|ing|ment)?|enclosed|anbei|im anhang|ci-joint|adjunt\p{L}*|as (?:discussed|agreed|promised|mentioned|requested)|i(?: wanted|['’]m writing| am writing|['’]m keeping| am keeping| hope)|whether you|on its way|on the way|from my side|the slot|here (?:is|are) (?:my|our|the)|good to (?:know|hear)|sorry|apolog\p{L}+|today|tomorrow|yesterday|tonight|(?:this|next|last) (?:week|month|morning|afternoon|monday|tuesday|wednesday|thursday|friday)|heute|morgen|gestern|nächste\p{L}? woche|demain|hier|mañana|ayer)\b/iu;

/** True of sentences that answer nobody: greetings, thanks and questions. */
export function isAside(sentence: string): boolean {
  const line = sentence.trim();
  return greeting.test(line) || line.endsWith("?");
}

/** Items of a list that somebody made for one thread: "Must: single sign-on." */
const listed = /^[\p{L} ]{2,24}:(?!.*\[confirm)/u;

/** True of sentences that held for one thread at one moment, and of what asks somebody to do something. */
export function isMomentary(sentence: string): boolean {
  return deed.test(sentence) || isPassing(sentence);
}

/** The same of what was said to the contact themselves: what was done for them, with a number or a day, still holds ("I have reserved 12 places"). */
export function isOverForThem(sentence: string): boolean {
  return isPassing(sentence) || (deed.test(sentence) && !/\d/.test(sentence));
}

function isPassing(sentence: string): boolean {
  return momentary.test(sentence) || listed.test(sentence) || asksForSomething(sentence);
}

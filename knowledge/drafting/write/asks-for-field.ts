import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";
import type { Language } from "../../retrieval/lexical/language.ts";

/** "Tell us" does not say whose the thing is. */
const request = /\b(?:tell|send|give|remind|show|let|email|help|write|call|inform)\s+(?:me|us)\b/giu;
/** A question about the writer's own record says whose it is. */
const own =
  /(?<!\p{L})(?:my|our|ours|mine|i|we|me|us|mich|mir|ich|wir|uns|mein\p{L}*|unser\p{L}*|mon|ma|mes|notre|nos|nous|je|mi|mis|nuestr\p{L}*|nosotros|tengo|\p{L}+(?:amos|emos|imos))(?!\p{L})/iu;
/** Wants something done to it, or to know why: its value is no answer. */
const otherwise =
  /\b(?:why|change|move|postpone|cancel|extend|upgrade|downgrade|bring forward|shift|increase|reduce|lower|correct|warum|ändern|verschieben|kündigen|verlängern|pourquoi|changer|modifier|reporter|résilier|por qué|cambiar|mover|aplazar|cancelar)\b/iu;
/** What asks: without it a field is only mentioned. */
const asking =
  /(?<!\p{L})(?:what|what's|which|who|whom|whose|when|where|how|until|by when|tell|send|confirm|remind|give|check|look up|know|need|lost|welche\p{L}*|was|wer|wann|wo|wohin|wie|nennen|sagen|quel\p{L}*|quand|où|combien|qui|rappeler|envoyer|indiquer|qué|cuál\p{L}*|cuándo|cuánt\p{L}*|dónde|quién|decir\p{L}*|enviar\p{L}*)(?!\p{L})/iu;
/** Fields that every record has: their names are common words, so only "my phone" and "which phone" ask for them. */
const isCommon = /^(?:name|company|position|email|phone)$/i;

/** Whether a question is about what is the writer's own. */
export function asksOwn(question: string): boolean {
  return own.test(question.replace(request, " "));
}

/**
 * How exactly a question asks for a field by the words of its name: their number, 0 when one of them is neither there nor asked for in
 * other words ("when" for a date, "run out" for an end).
 */
export function asksForField(question: string, title: string): number {
  if (!asking.test(question) || otherwise.test(question)) return 0;
  const words = wordsOf(title);
  if (words.length === 0) return 0;
  if (isCommon.test(title)) return isNamed(title, question) ? 1 : 0;
  const stems = stemsOf(question);
  const isAsked = words.every(
    (word) =>
      inOtherWords(word)?.test(question) === true || holdsWord(word, stems) || isNamed(title, question),
  );
  if (!isAsked) return 0;
  const isExact = words.length > 1 || words.some((word) => isJoined(stemOf(word, stems), stems.all));
  return isExact || isNamed(title, question) || isCounted(title, question) ? words.length : 0;
}

/** Words of a field's name, and how else they are asked for. */
const others: readonly { word: RegExp; asked: RegExp }[] = [
  {
    word: /^(?:date|day|datum|termin|tag|jour|fecha|día)$/,
    asked:
      /(?<!\p{L})(?:when|(?:what|which) (?:day|date)|(?:the )?(?:day|date)s?|wann|(?:an )?welchem (?:tag|datum)|quand|quel jour|cuándo|qué (?:día|fecha))(?!\p{L})/iu,
  },
  {
    word: /^(?:end|ends|expiry|expiration|expires|until|till|ende|bis|fin|vencimiento)$/,
    asked:
      /(?<!\p{L})(?:end(?:s|ing)?|expir\p{L}*|runs? out|until|till|lasts?|how long|valid|bis wann|end(?:e|et)|läuft|jusqu\p{L}*|fin(?:it)?|expire|hasta cuándo|termina|vence)(?!\p{L})/iu,
  },
  {
    word: /^(?:start|starts|begin|beginning|since|from|beginn|seit|début|inicio)$/,
    asked:
      /(?<!\p{L})(?:start\p{L}*|beg[iua]n\p{L}*|since when|from when|seit wann|beginnt|commence|empieza)(?!\p{L})/iu,
  },
  {
    word: /^(?:number|no|nr|id|nummer|numéro|numero|número)$/,
    asked: /(?<!\p{L})(?:number|no|nr|id|nummer|numéro|número)(?!\p{L})/iu,
  },
  {
    word: /^(?:status|state|stand|statut|estado)$/,
    asked:
      /(?<!\p{L})(?:status|state|stands?|coming along|update on|progress\p{L}*|how far|where (?:is|are)|wie weit|statut|où en est|estado)(?!\p{L})/iu,
  },
  {
    word: /^(?:address|adresse|anschrift|dirección)$/,
    asked:
      /(?<!\p{L})(?:address|adresse|anschrift|dirección|where (?:will|do|does)(?= .*\b(?:to|deliver\p{L}*|sent|shipped)\b))(?!\p{L})/iu,
  },
  {
    word: /^(?:price|cost|costs|fee|rate|preis|prix|precio)$/,
    asked:
      /(?<!\p{L})(?:price|costs?|pay|how much|charge|fee|rate|preis|kostet|zahlen|prix|coûte|payons|precio|cuesta|pagamos)(?!\p{L})/iu,
  },
];

function inOtherWords(word: string): RegExp | undefined {
  return others.find((other) => other.word.test(word))?.asked;
}

/** Words without those that only join. */
const joins = /^(?:the|of|per|a|an|for|in|on|our|your|der|die|das|des|de|la|le|les|du|el|los|del)$/;

function wordsOf(title: string): string[] {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !joins.test(word));
}

interface Stems {
  language: Language;
  all: readonly string[];
}

function stemsOf(text: string): Stems {
  const language = detectLanguage(text);
  return { language, all: [...new Set(analyse(text, language).tokens)] };
}

function stemOf(word: string, { language }: Stems): string {
  return analyse(word, language).tokens[0] ?? word;
}

function holdsWord(word: string, stems: Stems): boolean {
  const stem = stemOf(word, stems);
  return stems.all.some((one) => isKin(one, stem)) || isJoined(stem, stems.all);
}

const leastKin = 5;

/** "Deliver" and "delivery": the same but for an ending of three letters. */
function isKin(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= leastKin && long.length - short.length <= 3 && long.startsWith(short);
}

/** German writes "Vertragsende" and asks when the "Vertrag" "endet". */
function isJoined(stem: string, stems: readonly string[]): boolean {
  return stems.some((first) => {
    if (first.length < 4 || !stem.startsWith(first)) return false;
    const last = stem.slice(first.length).replace(/^s(?=\p{L}{3})/u, "");
    return last.length >= 3 && stems.some((one) => one !== first && one.startsWith(last));
  });
}

/** What stands before the name of a field that is asked for. */
const before =
  "(?:my|our|which|what|what's|how many|the|mein\\p{L}*|unser\\p{L}*|welche\\p{L}*|mon|ma|notre|quel\\p{L}*|mi|nuestr\\p{L}*|qué|cuál)";

/** "Our delivery date", "which phone": not "a phone call" or "by email", nor "the name of our trainer". */
function isNamed(title: string, question: string): boolean {
  const name = wordsOf(title).join("\\P{L}+");
  const common = isCommon.test(title) ? "(?!\\s+(?:of|call|calls|address of)\\b)" : "";
  return new RegExp(
    `(?<!\\p{L})${before}(?:\\s+(?:current|own|exact))?\\s+${name}(?!\\p{L})${common}`,
    "iu",
  ).test(question);
}

/** "How many seats", "how high is our discount", "what is the name of our plan". */
function isCounted(title: string, question: string): boolean {
  const name = wordsOf(title).join("\\P{L}+");
  const asked =
    "(?:how (?:many|much|high|big|large)|what|which|wie (?:viele|hoch)|was|welche\\p{L}*|combien|quel\\p{L}*|qué|cuál\\p{L}*|cuánt\\p{L}*)";
  return new RegExp(`(?<!\\p{L})${asked}(?:\\P{L}+\\p{L}+){0,5}\\P{L}+${name}(?!\\p{L})`, "iu").test(
    question,
  );
}

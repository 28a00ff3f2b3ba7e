import { type Commitment, joinRanges } from "./commitment.ts";
import { numberOf, numberPattern } from "./numbers.ts";

/** Beginnings of units of time and what they count: hours and weeks as days, business days for themselves. */
const units: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:sec|sek|seg)/, "s", 1],
  [/^min/, "s", 60],
  [/^(?:hour|hr|stunde|heure|hora|h$)/, "h", 1],
  [/^(?:business|working|werk|arbeits|jours? ouvr|día.* (?:hábil|labora))/, "bd", 1],
  [/^(?:day|tag|jour|día|calendar day)/, "d", 1],
  [/^(?:week|wk|woche|semaine|semana)/, "d", 7],
  [/^(?:month|monat|mois|mes)/, "mo", 1],
  [/^(?:quarter|quartal|trimest)/, "mo", 3],
  [/^(?:year|yr|jahr|an|año)/, "mo", 12],
];
const unit =
  "(?:(?:business|working|calendar)[\\s-]+days?|werktagen?|werktage|arbeitstagen?|jours? ouvr\\p{L}+|días? (?:hábil\\p{L}*|laborables?)|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|quarters?|years?|yrs?|stunden?|minuten?|tagen?|tage|tag|wochen?|monaten?|monate|monat|quartale?|jahren?|jahre|jahr|heures?|jours?|semaines?|mois|années?|ans?|horas?|minutos?|días?|semanas?|meses|mes|años?)";
const counted = new RegExp(
  `(${numberPattern}|\\b(?:an?|a couple of|half an?)\\b)([\\s-]+)(?:full\\s+|short\\s+)?(${unit})(?![\\p{L}])`,
  "giu",
);
const spanOf = new RegExp(
  `(${numberPattern})(?=\\s*(?:-|–|—|to|or|bis|à|oder|a)\\s*${numberPattern}[\\s-]+(${unit})(?![\\p{L}]))`,
  "giu",
);
const atOnce =
  /\b(?:(?:right|directly|straight|immediately|shortly) after|(?:gleich|direkt|sofort) nach|juste après|justo después|in no time|immediately|right away|straight away|instantly|at once|same[- ]day|next[- ](?:business )?day|overnight|round the clock|24\/7|sofort|umgehend|unverzüglich|immédiatement|tout de suite|inmediatamente|de inmediato|within (?:minutes|hours|days|weeks))\b/giu;
/** "Two days ago" and "for ten years" promise nothing by themselves. */
const past = /^\s*(?:ago|old|earlier)\b/iu;
/** How long a button is held or a thing left alone is no promise, and needs its source as any statement does. */
const handled =
  /\b(?:hold|press|keep|wait|leave|let|charge|unplug|count|halten|drücken|warten|lassen|laden|maintenez|appuyez|attendez|laissez|mantenga|pulse|espere|deje)\b[^.;]{0,60}$/iu;
/** An article before a unit counts only where something is to be done in that time. */
const waits =
  /\b(?:within|in|under|takes?|after|less than|only|innerhalb|binnen|dans|sous|en|for|every)\s*$/iu;

/** Lengths of time: "14d" for two weeks, "5bd" for five business days, "2d..3d"; "at once" words as they stand. */
export function findDurations(sentence: string): Commitment[] {
  const found: Commitment[] = [];
  for (const match of sentence.matchAll(counted)) {
    const [whole, amount = "", , name = ""] = match;
    const isArticle =
      !/\d/.test(amount) && /^(?:an?|half an?|a couple of|ein\p{L}*|une?|una)$/iu.test(amount.trim());
    if (/^seconds?$/i.test(name) && isOne(amount)) continue;
    if (handled.test(sentence.slice(0, match.index)) && /^(?:sec|sek|seg|min)/i.test(name)) continue;
    if (past.test(sentence.slice(match.index + whole.length))) continue;
    if (isArticle && !waits.test(sentence.slice(0, match.index))) continue;
    const from = match.index;
    found.push({ kind: "deadline", value: lengthOf(amount, name), from, to: from + whole.length });
  }
  for (const { 0: whole, 1: amount = "", 2: name = "", index } of sentence.matchAll(spanOf)) {
    if (found.some(({ from, to }) => index < to && index + whole.length > from)) continue;
    found.push({ kind: "deadline", value: lengthOf(amount, name), from: index, to: index + amount.length });
  }
  const joined = joinRanges(
    sentence,
    found.toSorted((a, b) => a.from - b.from),
  );
  for (const { 0: whole, index } of sentence.matchAll(atOnce))
    joined.push({
      kind: "deadline",
      value: whole.toLowerCase().replace(/[\s-]+/g, " "),
      from: index,
      to: index + whole.length,
    });
  return joined;
}

/** "A second step" is no time. */
function isOne(amount: string): boolean {
  return /^(?:an?|one|ein\p{L}*|une?|una?)$/iu.test(amount.trim());
}

function lengthOf(amount: string, name: string): string {
  const plain = name.toLowerCase();
  const [, sign = plain, factor = 1] = units.find(([start]) => start.test(plain)) ?? [];
  const word = amount.toLowerCase().trim();
  const value = /^half/.test(word)
    ? 0.5
    : /^a couple/.test(word)
      ? 2
      : /^an?$/.test(word)
        ? 1
        : numberOf(word);
  const total = value * factor;
  return sign === "h" && total % 24 === 0 ? `${total / 24}d` : `${total}${sign}`;
}

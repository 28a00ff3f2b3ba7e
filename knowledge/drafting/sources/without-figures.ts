const money =
  /(?:(?:[$€£]|\b(?:usd|eur|gbp|chf)\b)\s?\d(?:[\d.,]*\d)?(?:\s?(?:k|m|million|thousand)\b)?|\b\d(?:[\d.,]*\d)?\s?(?:k\s?)?(?:[$€£]|\b(?:usd|eur|gbp|chf|euros?|dollars?|pounds?|francs?)\b))/giu;
const share = /\b\d(?:[\d.,]*\d)?\s?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b)/giu;
const span =
  /\b(?:\d+(?:\s?(?:-|–|to|bis|à)\s?\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:business |working )?(?:minutes?|hours?|days?|weeks?|months?|years?|stunden?|tagen?|wochen?|monaten?|heures?|jours?|semaines?|mois|horas?|días?|semanas?|meses)\b/giu;
const months =
  "jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember)?|oct(?:ober)?|oktober|octobre|nov(?:ember)?|dec(?:ember)?|dezember|décembre";
const date = new RegExp(
  `\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? (?:${months})\\b(?:,? \\d{4})?|(?:${months}) \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  "giu",
);

/** What would be left of a sentence that is nothing but amounts. */
const fewestWords = 3;

/**
 * A sentence with "[confirm: price]" and the like for amounts, shares, spans and dates, which held for another contact; undefined when
 * little else is left.
 */
export function withoutFigures(sentence: string): string | undefined {
  const plain = sentence
    .replace(date, "[confirm: date]")
    .replace(money, "[confirm: price]")
    .replace(share, "[confirm: discount]")
    .replace(span, "[confirm: deadline]");
  const words = plain.replace(/\[confirm: \w+\]/g, " ").match(/\p{L}{2,}/gu) ?? [];
  return words.length >= fewestWords ? plain : undefined;
}

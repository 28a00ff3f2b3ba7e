import type { Commitment } from "./commitment.ts";
import { numberOf, numberPattern } from "./numbers.ts";

const percent = new RegExp(
  `(${numberPattern})\\s?(?:%|percent\\b|per\\s?cent\\b|pct\\b|prozent\\b|pour ?cent\\b|por ciento\\b)`,
  "giu",
);
const cue =
  /\b(?:off|discount\w*|rebate|reduc\w*|cheaper|less|lower|savings?|saves?|saving|nachl\p{L}+|sparen|spart|coupon|voucher|deal|rabatt\w*|nachlass|skonto|ermäßig\w*|günstiger|remise|réduction|rabais|descuento|rebaja|deduct\w*|knock)\b|\p{L}rabatt\b/iu;
const fraction =
  /\b(?:half|a third|a quarter|one (?:third|quarter|fifth|half)|two thirds) (?:off|less|cheaper)\b|\b(?:half|a third|a quarter) (?:of )?the price\b|\b(?:two|2|three|3) for (?:the price of )?(?:one|1|two|2)\b|\bbuy one,? get one\b|\bpay for one\b|\bhalf[- ]price\b|\b(?:à )?moitié prix\b|\b(?:a )?mitad de precio\b|\b(?:zum )?halben preis\b|\b(?:knock|take) (?:a|one) (?:third|quarter|half)\b|\bum (?:ein drittel|ein viertel|die hälfte)\b/giu;
const halved = /^(?:half|à moitié|moitié|a mitad|mitad|zum halben|halben|um die hälfte)/iu;
/** "15 off": a number that only the price makes a percentage or a sum. */
const bare = new RegExp(`(?<![\\p{L}\\p{N}$€£.,])(${numberPattern})(?=\\s+off\\b)`, "giu");
const vague =
  /\b(?:discount(?:s|ed)?|rebate|coupon|voucher|rabatte?s?|preisnachlass|remise|rabais|descuentos?|(?:lower|reduce|cut|drop|knock\w*)(?: \w+){0,3} (?:price|fee|cost|rate|charge)s?|price (?:reduction|cut|drop)|knock\w*|special (?:offer|deal|rate|terms))\b/giu;

/** Reductions: "20%" off, "fraction:half off", and "some" where no number is told. A percentage of anything else is a quantity. */
export function findDiscounts(sentence: string): Commitment[] {
  const found: Commitment[] = [];
  for (const match of sentence.matchAll(percent)) {
    const around = sentence.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60);
    const kind = cue.test(around) ? "discount" : "quantity";
    found.push({
      kind,
      value: `${numberOf(match[1] ?? "")}%`,
      from: match.index,
      to: match.index + match[0].length,
    });
  }
  for (const match of sentence.matchAll(fraction))
    found.push({
      kind: "discount",
      value: halved.test(match[0]) ? "50%" : `fraction:${match[0].toLowerCase()}`,
      from: match.index,
      to: match.index + match[0].length,
    });
  for (const match of sentence.matchAll(bare))
    if (!Number.isNaN(numberOf(match[1] ?? "")))
      found.push({
        kind: "discount",
        value: String(numberOf(match[1] ?? "")),
        from: match.index,
        to: match.index + match[0].length,
      });
  // A number says it all: "a 20 % discount" is one promise.
  if (found.some(({ kind }) => kind === "discount")) return found.toSorted((a, b) => a.from - b.from);
  for (const match of sentence.matchAll(vague))
    found.push({ kind: "discount", value: "some", from: match.index, to: match.index + match[0].length });
  return found.toSorted((a, b) => a.from - b.from);
}

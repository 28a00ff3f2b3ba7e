import type { Commitment } from "./commitment.ts";
import { numberOf, numberPattern } from "./numbers.ts";

const signs: Readonly<Record<string, string>> = {
  $: "$",
  us$: "$",
  usd: "$",
  dollar: "$",
  dollars: "$",
  buck: "$",
  bucks: "$",
  dólares: "$",
  "€": "€",
  eur: "€",
  euro: "€",
  euros: "€",
  "£": "£",
  gbp: "£",
  pound: "£",
  pounds: "£",
  quid: "£",
  chf: "chf",
  franken: "chf",
  francs: "chf",
  sfr: "chf",
  "¥": "¥",
  jpy: "¥",
  yen: "¥",
  "₹": "₹",
  inr: "₹",
  rs: "₹",
  rupees: "₹",
  sek: "kr",
  nok: "kr",
  dkk: "kr",
  kr: "kr",
  pln: "zł",
  zł: "zł",
  cad: "cad",
  ca$: "cad",
  c$: "cad",
  aud: "aud",
  au$: "aud",
  a$: "aud",
  cent: "¢",
  cents: "¢",
  pence: "p",
  "¢": "¢",
};
const before = String.raw`(?:(?:us|ca|au|c|a)?\$|[€£¥₹]|\b(?:usd|eur|gbp|chf|sek|nok|dkk|pln|cad|aud|jpy|inr|rs\.?|sfr\.?))`;
const after = String.raw`(?:[€£$¥₹¢]|(?:us dollars?|usd|eur|gbp|chf|sek|nok|dkk|pln|cad|aud|jpy|inr|dollars?|bucks?|euros?|pounds?|quid|francs|franken|dólares|kr|zł|yen|rupees|cents?|pence)\b)`;
const money = new RegExp(
  `(${before})\\s?(${numberPattern})(?:,-|\\.-)?|(${numberPattern})(?:,-)?[\\s-]?(${after})`,
  "giu",
);

const span = new RegExp(
  `(${numberPattern})(?=\\s*(?:-|–|—|to|bis|à|and|und)\\s*${numberPattern}[\\s-]?(${after}))`,
  "giu",
);
/** A number without a currency, where words say that it is a price. */
const bare = new RegExp(
  String.raw`(?:\b(?:costs?|price[sd]?(?: (?:is|are|of|at|tag of))?|priced at|fee (?:is|of)|fees? of|charge(?:s|d)?(?: you)?|pay|quote(?:d)?(?: (?:is|of|at))?|rate (?:is|of)|total(?: (?:is|of|comes to))?|kostet|kosten|preis (?:ist|von|beträgt)|coûte|prix est de|cuesta|precio es de)(?: (?:only|just|you|about|around|exactly|nur|seulement|solo|is|be|of))*)\s+(${numberPattern})(?!\s?(?:%|percent|per cent|hours?|days?|weeks?|months?|years?|minutes?|tage|wochen|monate|jahre|jours|semaines|mois|días|semanas|meses|:|\d))`,
  "giu",
);
const perUnit = new RegExp(
  String.raw`(?<![\d.,:/-])(${numberPattern})\s?(?:(?:per|/)\s?(?:seat|user|head|person|licen[cs]e|unit|piece|month|year|mo|yr)|(?:a|each) (?:month|year|seat|user|head|piece)|(?:pro|je) (?:monat|jahr|nutzer|platz|stück|person)|par (?:mois|an|utilisateur|personne)|(?:al|por) (?:mes|año|usuario|persona))\b`,
  "giu",
);
const free =
  /\b(?:free of (?:any )?charge|for free|free[- ](?:trial|shipping|delivery|setup|set-up|upgrade|month|onboarding|installation|training|support|returns?|sample|consultation|licen[cs]e|seat|copy|service|migration|plan|account|version|gift|demo|add-on)|(?:is|are|be|it|them|that|completely|totally|entirely|absolutely|get|gets|you|months?|weeks?|year) free\b(?! (?:to|of|on|for|at|from|next|this|tomorrow|today|now|monday|tuesday|wednesday|thursday|friday|in|after|until)\b)|(?:at )?(?:no|zero|without(?: any)?) (?:extra |additional |further )?(?:costs?|charges?|fees?)|costs? (?:you )?nothing|complimentary|on the house|on us|gratis|kostenlos\w*|kostenfrei\w*|umsonst|gratuit\w*|sans frais|sin (?:coste|costo|cargo)|waiv(?:e[sd]?|ing)|erlassen|no(?= (?:[\p{L}-]+ ){1,2}(?:fees?|charges?|costs?)\b)|keine?(?= [\p{L}-]*(?:gebühr|kosten))|offrons(?= (?:le|la|les|l')\b)|regalamos|throw(?:n|ing)? in|not (?:pay )?a (?:cent|penny|dime)|(?:won't|will not) pay a (?:cent|penny|dime)|don't pay|(?:do not|won't|will not|need not) (?:have to )?pay|(?:reduced|special|better|best|lower) price|price match\w*|match (?:the|their|that|any) price)\b/giu;

/** Sums of money, "free" and the like: "49$", "400$..450$", "0" for what costs nothing; a number that only words make a price has no sign. */
export function findPrices(sentence: string): Commitment[] {
  const found: Commitment[] = [];
  const add = (value: string, match: RegExpExecArray, part = match[0]) => {
    const from = match.index + match[0].indexOf(part);
    if (!found.some((other) => from < other.to && from + part.length > other.from))
      found.push({ kind: "price", value, from, to: from + part.length });
  };
  for (const match of sentence.matchAll(money)) {
    const [, sign, value, otherValue, otherSign] = match;
    add(`${numberOf(value ?? otherValue ?? "")}${signOf(sign ?? otherSign ?? "")}`, match);
  }
  for (const match of sentence.matchAll(span))
    add(`${numberOf(match[1] ?? "")}${signOf(match[2] ?? "")}`, match, match[1]);
  for (const match of sentence.matchAll(perUnit)) add(String(numberOf(match[1] ?? "")), match, match[1]);
  for (const match of sentence.matchAll(bare)) add(String(numberOf(match[1] ?? "")), match, match[1]);
  for (const match of sentence.matchAll(free)) add(/price|match/i.test(match[0]) ? "special" : "0", match);
  return found.toSorted((a, b) => a.from - b.from);
}

function signOf(written: string): string {
  const key = written
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^us dollars?$/, "usd");
  return signs[key] ?? key;
}

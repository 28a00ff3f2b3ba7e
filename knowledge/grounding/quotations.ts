import { sentencesOf } from "./sentences.ts";

const quotation = /["“„«]([^"“”„«»]+)["”“»]/gu;
const attribution = /^(.*?\b(?:wrote|said|noted|says))\s*:\s*["“„«]/su;

/** What is wrong with a claim's quotations: words that the evidence lacks, torn from what turns their meaning, or in another's mouth. */
export function misquotation(claim: string, evidence: string): string | undefined {
  const text = plain(evidence);
  const quoted = [...claim.matchAll(quotation)].map(([, words = ""]) => plain(words));
  if (/["“”„«»]/u.test(withoutQuotations(claim))) return "a quotation without an end";
  if (quoted.some((words) => !text.includes(words))) return "a quotation";
  const torn = quoted.some((words) => words.split(" ").length > 2 && isTorn(words, evidence));
  if (torn) return "a quotation out of its context";
  const [, who] = attribution.exec(claim) ?? [];
  return who !== undefined && !text.includes(`${plain(who)}:`) && !text.includes(`${plain(who)} `)
    ? "who said it"
    : undefined;
}

/** The claim's own words. */
export function withoutQuotations(claim: string): string {
  return claim.replace(quotation, " ");
}

/** Whether, wherever the words begin inside a sentence, something before them there denies or doubts them. */
function isTorn(words: string, evidence: string): boolean {
  const prefixes = sentencesOf(evidence)
    .map(plain)
    .filter((sentence) => sentence.includes(words))
    .map((sentence) => sentence.slice(0, sentence.indexOf(words)));
  return prefixes.length > 0 && prefixes.every((prefix) => turning.test(prefix));
}

const turning =
  /\b(?:not|no|never|nobody|nothing|without|if|unless|whether|doubt|doubts|deny|denied|until|untrue|false|\p{L}+n['’]?t|nicht|kein\p{L}*|nie|falls|wenn|pas|jamais|aucun\p{L}*|si|nunca|niet|geen|não|non)\b/iu;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/["“”„«»]/gu, "")
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/g, " ")
    .trim();
}

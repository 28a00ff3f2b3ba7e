import { isNegated } from "../../grounding/polarity.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { supports } from "../../grounding/supports.ts";
import { contentWords, withoutFrame } from "./content-words.ts";
import type { Evidence } from "./evidence.ts";

/** Words that say of whom something is told: only so do a customer's own words count as a source. */
const attributes =
  /\b(?:you (?:wrote|said|mentioned|asked|told|described|need|needed|want|wanted|are looking|were looking|would like|requested|reported|explained|have (?:mentioned|asked|written|told|described|requested)|use|plan)|your (?:message|question|request|e-?mail|note|inquiry|enquiry|description)|as you|sie (?:schrieben|haben geschrieben|fragten|erwähnten|brauchen|möchten|suchen|haben (?:gefragt|erwähnt))|ihre (?:nachricht|frage|anfrage)|vous (?:avez (?:écrit|demandé|mentionné)|cherchez|souhaitez|avez besoin)|votre (?:message|question|demande)|usted (?:escribió|preguntó|mencionó|necesita|busca)|su (?:mensaje|pregunta|consulta))\b/iu;
/** What leads in to a statement and is none itself. */
const leadIn =
  /^(?:(?:yes|no|sure|of course|certainly|absolutely|indeed|great news|good news|happy to (?:help|confirm)|to answer your question|as for your (?:first |second |other )?question|regarding your question|in short|ja|nein|natürlich|gerne?|oui|non|bien sûr|sí|claro|por supuesto)(?:[,:.!]|\s[–—-])\s*|(?:i can confirm|please note|i(?:'m| am) (?:happy|pleased) to (?:confirm|say|tell you)|as (?:mentioned|discussed|agreed|promised|i (?:wrote|said|mentioned))(?: (?:before|earlier))?|just so you know|for your information|unfortunately,|fortunately,|leider|malheureusement,|lamentablemente,|(?:many )?thank(?:s| you)[^,.:;\d]{0,50},(?: and)?|(?:vielen dank|danke|merci|gracias)[^,.:;\d]{0,50},)(?: that)?[,:]?\s+)+/iu;
/** What begins an item of a list. */
const marker = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+(?=\S)/u;
const leastShare = 0.7;
const mostCitations = 3;

/** A sentence without the words that lead in to it. */
export function withoutLeadIn(sentence: string): string {
  const rest = sentence.replace(marker, "").replace(leadIn, "");
  return /\p{L}/u.test(rest) ? rest : sentence;
}

/** Ids of the sources that support a statement, those that bind first, three at most; a customer's words count for what is told of the customer. */
export function groundsOf(statement: string, evidence: readonly Evidence[], thread = ""): string[] {
  const told = withoutLeadIn(statement);
  const attributed = attributes.test(told);
  const plain = withoutFrame(told);
  return evidence
    .filter((one) => (attributed || !one.isCustomers) && mayHold(told, one) && !losesOnly(told, one))
    .filter(({ title, text }) =>
      [told, plain, ...underMetConditions(told, text, thread)].some(
        (claim) => supports(claim, text).supported || supportsTitled(claim, title, text),
      ),
    )
    .toSorted((a, b) => Number(b.binds) - Number(a.binds))
    .slice(0, mostCitations)
    .map(({ id }) => id);
}

const only =
  /(?<![\p{L}])(?:only|exclusively|nur|ausschließlich|seulement|uniquement|solo|sólo|solamente|únicamente)(?![\p{L}])/iu;

/** Whether a statement leaves out the "only" of the one sentence that holds its words. */
function losesOnly(told: string, { sentences, language }: Evidence): boolean {
  if (only.test(told)) return false;
  const words = contentWords(told, language);
  const holding = sentences.filter(({ text }) => {
    const held = new Set(contentWords(text, language));
    return words.length > 0 && words.filter((word) => held.has(word)).length >= words.length * leastShare;
  });
  return holding.length > 0 && holding.every(({ text }) => only.test(text));
}

/** "If it does not start, …" said to who wrote that it does not start: the condition is met and may go unsaid. */
function underMetConditions(told: string, text: string, thread: string): string[] {
  if (thread === "" || /^(?:if|wenn|falls|si)\b/iu.test(told)) return [];
  const said = sentencesOf(thread).map((sentence) => ({
    words: new Set(contentWords(sentence, "english")),
    isNegated: isNegated(sentence),
  }));
  return sentencesOf(text).flatMap((sentence) => {
    const [, condition = ""] = /^((?:if|wenn|falls|si)\s[^,]{3,80}),/iu.exec(sentence) ?? [];
    const needed = contentWords(condition, "english");
    const isMet = said.some(
      (one) => one.isNegated === isNegated(condition) && needed.every((word) => one.words.has(word)),
    );
    return needed.length >= 2 && isMet ? [`${condition}, ${told.replace(/^(?:please|bitte)\s+/iu, "")}`] : [];
  });
}

function supportsTitled(claim: string, title: string, text: string): boolean {
  return title !== "" && supports(claim, `${title}: ${text}`).supported;
}

/** A cheap look before the dear one. */
function mayHold(told: string, { words, language }: Evidence): boolean {
  const tokens = contentWords(told, language).filter((word) => !/^\d/.test(word));
  const held = tokens.filter((word) => words.has(word)).length;
  return tokens.length === 0 || held >= tokens.length * leastShare;
}

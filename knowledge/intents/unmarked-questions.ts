/** What a line may begin with before it asks: "hi bob, and do you ship to norway". */
const leadIn =
  /^(?:(?:hi|hey|hello|hallo|hola|bonjour|dear)(?: [\p{L}.-]{2,20}){0,2}, ?|(?:hi|hey|hello|and|also|so|or|but|ok|okay|und|auch|oder|et|y|o|just wondering|quick question|question|one more thing|another question)[,:]? )+/u;

const pronoun = "(?:i|you|u|we|they|he|she|it|there|this|that|these|those|anyone|anybody|someone|somebody)";
const subject = `(?:${pronoun}|any|my|your|ur|our|their|the(?! (?:best|same|first|last|only|worst|right|case|most)\\b))`;
const auxiliary =
  "(?:is|are|was|were|do|does|did|has|have|can|could|would|will|should|shall|isn't|aren't|don't|doesn't|didn't|can't)";
/** No names of things: what follows them tells. */
const notNoun = `(?:${pronoun}|${auxiliary}|also|not|now|already|still|always|all|a|an|in|on|at|to|with|for)`;

/** How a sentence asks that no question mark ends, as people type in haste; in lower case. */
const beginnings = new RegExp(
  `^(?:${[
    "(?:what|where|when|why|how|who) ?['’]?(?:s|re) ",
    String.raw`(?:what|where|why|how) (?:is|are|was|were|do|does|did|can|could|would|will|should|has|have)\b(?! (?:more|about)\b)`,
    String.raw`when (?:is|are|was|were|do|does|did|can|could|would|will|should)\b`,
    String.raw`who (?:is|are|was|do|does|did|can|could|will|should)\b`,
    String.raw`how (?:much|many|long|soon|often|far|late|early|big|large|fast)\b`,
    String.raw`(?:what|which) (?!${notNoun}\b)\p{L}+(?: (?!${notNoun}\b)\p{L}+)? ${auxiliary} `,
    String.raw`${auxiliary} ${subject} [\p{L}\p{N}]`,
    String.raw`(?:is|are) (?!${notNoun}\b)\p{L}+(?: \p{L}+)? (?:included|possible|available|ok|okay|required|needed|necessary|free|extra|open|ready|allowed|enough|correct)\b`,
    String.raw`any (?:news|updates?|chance|word|idea|discounts?|progress|feedback|availability)\b`,
    "(?:need|looking for|interested in) (?:a|an|some|more|info|information|prices?|pricing|quotes?) ",
    String.raw`(?:wann|warum|wieso|weshalb|wohin|woher|welche[rsnm]?) \p{L}`,
    String.raw`(?:was|wo|wer) (?:kostet|kosten|ist|sind|kann|können|wird|werden|wäre|finde|finden|macht|bedeutet|passiert)\b`,
    String.raw`wie (?:viele?|lange|oft|hoch|teuer|geht|funktioniert|kann|können|ist|sind|sieht|läuft|schnell|groß|weit)\b`,
    String.raw`(?:liefert|liefern|bietet|bieten|habt|haben|könnt|können|ist|sind|wird|kann|kostet|passt|geht|macht|braucht|benötigt|unterstützt|darf|dürfen|wäre) (?:ihr|sie|es|das|die|der|wir|man|ich|du|ein|eine|euer|eure|ihre)\b`,
    String.raw`(?:livrez|avez|faites|proposez|acceptez|êtes|disposez)[- ]vous\b`,
    String.raw`(?:hacen|ofrecen|aceptan|incluyen?|env[ií]an|hacéis|tenéis) \p{L}`,
  ].join("|")})`,
  "u",
);

/** The same further on in a line that nothing divides: "we are five people how much is it for us". */
const within =
  /(?<!\b(?:so|neither|nor|as|than|never|rarely) )\b(?:(?:do|does|did) (?:you|u|your)\b|how (?:much|many|long|soon) (?:is|are|does|do|did|would|will|can|could)\b|what (?:does|do|would|will) (?:it|this|that|they|the \p{L}+|your \p{L}+) (?:cost|include|take|mean)\b)/u;
const mostWords = 30;
const leastWords = 3;

/**
 * Whether a sentence without a question mark is worded as a question.
 * @param plain in lower case, on one line
 */
export function isUnmarkedQuestion(plain: string): boolean {
  const words = plain.split(" ").length;
  if (words < leastWords || words > mostWords) return false;
  const asked = plain.replace(leadIn, "");
  return beginnings.test(asked) || within.test(asked);
}

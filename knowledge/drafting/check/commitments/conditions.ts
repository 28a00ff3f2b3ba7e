/** What limits a promise, by class: whoever repeats it says a word of the same class. */
const classes: readonly RegExp[] = [
  /\b(?:if|unless|provided|providing|assuming|when|once|as long as|subject to|depend\w*|except\w*|excluding|wenn|falls|sofern|außer|si|sauf|excepto|salvo)\b/iu,
  /\b(?:from|above|over|more than|at least|minimum|min\.|starting at|starts? at|or more|and up|upwards|mindestens|ab|minimum|à partir de|au moins|a partir de|al menos|desde)\s+(?:[$€£]?\s?\d|\p{L}+ \d|of\b|(?:two|three|five|ten|twenty|fifty|hundred)\b)|\b(?:\d+ or more|and up|minimum order)\b/iu,
  /\b(?:up to|at most|maximum|max\.|less than|no more than|below|bis zu|höchstens|maximal|jusqu['’]à|hasta)(?=\s|$)/iu,
  /\b(?:about|around|roughly|approximately|approx\.?|circa|ca\.|usually|typically|normally|generally|on average|estimated|etwa|ungefähr|circa|rund|meist|environ|généralement|aproximadamente|normalmente)(?=\s|$)/iu,
  /\b(?:only|exclusively|first|new customers|existing customers|nur|ausschließlich|seulement|uniquement|solo|sólo|solamente)\b/iu,
  /\b(?:might|maybe|perhaps|possibly|probably|likely|could|hope|hopefully|think|believe|should|consider\w*|would have|try|aim|intend|vielleicht|wahrscheinlich|eventuell|peut-être|probablement|quizás|tal vez)\b|\bmay\b/u,
  /\b(?:no longer|used to|was|were|previous\w*|former\w*|expired|discontinued|ended|anymore|any more|old|last (?:year|month|week)|bisher|früher|war|waren|ancien\w*|antes|anterior)\b/iu,
  /\b(?:plus|excluding|excl\.?|before|without|zzgl\.?|hors|más|sin)\s+(?:vat|tax(?:es)?|shipping|mwst|tva|iva)\b/iu,
];

/** Whether a claim leaves out a condition, limit, doubt or past that its source states. */
export function losesCondition(claim: string, source: string): boolean {
  return classes.some((words) => words.test(source) && !words.test(claim));
}

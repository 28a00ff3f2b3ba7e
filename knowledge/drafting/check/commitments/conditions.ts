/** What limits a promise, by class: whoever repeats it says a word of the same class. */
const classes: readonly RegExp[] = [
  /\b(?:if|unless|provided|providing|assuming|when|once|as long as|subject to|depend\w*|except\w*|excluding|wenn|falls|sofern|außer|si|sauf|excepto|salvo)\b/iu,
  /\b(?:from|above|over|more than|at least|minimum|min\.|starting at|starts? at|or more|and up|upwards|mindestens|ab|minimum|à partir de|au moins|a partir de|al menos|desde)\s+(?:[$€£]?\s?\d|\p{L}+ \d|of\b|(?:two|three|five|ten|twenty|fifty|hundred)\b)|\b(?:\d+ or more|and up|minimum order)\b/iu,
  /\b(?:up to|at most|maximum|max\.|less than|no more than|below|bis zu|höchstens|maximal|jusqu['’]à|hasta)(?=\s|$)/iu,
  /\b(?:about|around|roughly|approximately|approx\.?|circa|ca\.|usually|typically|normally|generally|on average|estimated|etwa|ungefähr|circa|rund|meist|environ|généralement|aproximadamente|normalmente)(?=\s|$)/iu,
  /\b(?:only|exclusively|first|erste\p{L}?|premi(?:er|ère)s?|primer\p{L}?|new customers|existing customers|nur|ausschließlich|seulement|uniquement|solo|sólo|solamente)\b/iu,
  /\b(?:might|maybe|perhaps|possibly|probably|likely|could|hope|hopefully|think|believe|should|consider\w*|would have|try|aims?|intend|planned|planning|plans? to|pending|under review|not (?:yet|certain|sure|known)|do not know|don't know|unclear|uncertain|looking into|working on|wissen noch nicht|noch (?:unsicher|offen|unklar|nicht)|ob|geplant|ne savons pas|prévu|pas encore|no sabemos|todavía no|previsto|vielleicht|wahrscheinlich|eventuell|peut-être|probablement|quizás|tal vez)\b|\bmay\b/u,
  /\b(?:no longer|used to|was|were|previous\w*|former\w*|expired|discontinued|ended|anymore|any more|old|last (?:year|month|week)|bisher|früher|war|waren|wurden?|a été|ont été|était|étaient|se \p{L}+ó|fue|fueron|estuvo|ancien\w*|antes|anterior)\b/iu,
  /\b(?:plus|excluding|excl\.?|before|without|zzgl\.?|hors|más|sin)\s+(?:vat|tax(?:es)?|shipping|mwst|tva|iva)\b/iu,
];

/** How a claim says that there is a minimum. */
const minimum =
  /\b(?:minimum|min\.|at least|smallest|least|or more|from|above|over|upwards|mindestens|ab|au moins|al menos|à partir|a partir|desde)(?=\s|$)/iu;
/** The number that a minimum begins with. */
const threshold =
  /\b(?:from|at least|minimum(?: order)?(?: of)?|mindestens|ab|au moins|à partir de|a partir de|al menos|desde)\s+(\d+)\b|\b(\d+)\s+(?:or more|and up)\b/giu;

/** Whether a claim leaves out a condition, limit, doubt or past that its source states. */
export function losesCondition(claim: string, source: string): boolean {
  return classes.some((words, at) => {
    if (!words.test(source) || words.test(claim)) return false;
    return at !== 1 || !meetsMinimum(claim, source);
  });
}

/** "34 of them" keeps "34 or more": who names the number itself has the condition met. */
function meetsMinimum(claim: string, source: string): boolean {
  const from = [...source.matchAll(threshold)].map(([, behind, before]) => behind ?? before ?? "");
  const met = from.every((number) => new RegExp(`(?<![\\d.,])${number}(?![\\d.,]*\\d)`).test(claim));
  return minimum.test(claim) || (from.length > 0 && met);
}

const boundBefore =
  /(?<!\p{L})(?:less than|fewer than|more than|at most|at least|under|below|over|above|weniger als|mehr als|unter|über|höchstens|maximal|mindestens|moins de|plus de|au plus|au moins|menos de|más de|como máximo|al menos)\s+$/iu;
const boundBehind =
  /^\s*(?:at (?:the )?(?:very )?(?:most|least)|or (?:less|fewer|more|sooner|faster|earlier)|tops|höchstens|maximum|au plus|como máximo)(?!\p{L})/iu;
const anyBound =
  /(?<!\p{L})(?:less|fewer|more|most|least|latest|under|below|over|above|within|up to|min\p{L}*|max\p{L}*|from|upwards|between|weniger|mehr|höchstens|mindestens|spätestens|unter|über|ab|bis|innerhalb|binnen|zwischen|moins|plus|jusqu|maxim\p{L}*|entre|hasta|menos|más|máximo|mínimo)(?!\p{L})/iu;

/** Whether a claim says "less than", "at most" or "at least" of a value that its source states without any bound. */
export function gainsBound(
  claim: string,
  { from, to }: { from: number; to: number },
  source: string,
): boolean {
  const isBounded = boundBefore.test(claim.slice(0, from)) || boundBehind.test(claim.slice(to));
  return isBounded && !anyBound.test(source);
}

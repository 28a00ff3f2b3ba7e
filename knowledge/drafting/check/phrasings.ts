/** Wordings of several words and the one that stands for them, so that "send it back" is a return. */
const phrasings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:send|sent|bring|brought|hand|handed|ship|shipped)(?= (?:[\p{L}\p{N}-]+ ){0,5}back\b)/giu, "return"],
  [/\bback\b/giu, " "],
  [/\b(?:stands?|holds?|is good|runs) (?=until|till|through)/giu, "valid "],
  [/\b(?:whenever you (?:want|like|wish)|at any (?:time|point|moment)|any ?time)\b/giu, "anytime"],
  [
    /\b(?:all in|all taxes included|taxes? included|inclu(?:ding|sive of) (?:all )?tax(?:es)?|with (?:all )?tax(?:es)? included)\b/giu,
    "taxed",
  ],
  [/\bset(?:ting)?[ -]up\b/giu, "setup"],
  [/\bpro stück\b/giu, " "],
  [/\b(?:inklusive|inkl\.?|einschließlich) (?:mehrwertsteuer|mwst)\b/giu, "taxed"],
  [/\b(?:tva comprise|ttc|(?:con (?:el )?)?iva incluido)\b/giu, "taxed"],
  [/\bas soon as\b/giu, "from"],
  [/\b(?:end of (?:the|your) rental|(?:the|your) rental ends|rental ends)\b/giu, "rentalend"],
  [/\bbe (?:there|with you|here|in your hands)\b|\bwith you (?=by|on|within|from)/giu, "deliver"],
  [/\b(?:you(?:'ll| will) have|count on)\b/giu, "deliver"],
];

/** A text with one wording where several mean the same. */
export function evenlyPhrased(text: string): string {
  return phrasings.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
}

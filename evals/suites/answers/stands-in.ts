/** Words that join a quotation to who said it; they are no claim of their own. */
const least = 3;

/**
 * Whether what a sentence says stands in a passage, judged without any of the product's code: what it quotes, or else the whole of it,
 * must occur there word for word; case, spaces, punctuation and omissions ("…") apart.
 */
export function standsIn(sentence: string, passage: string): boolean {
  const said = words(passage);
  const quoted = [...sentence.matchAll(/[“"«„]([^”"»“]+)[”"»“]/g)].map(([, text = ""]) => text);
  const claims = quoted.length > 0 ? quoted : [sentence];
  const pieces = claims.flatMap((claim) => claim.split(/…|\.\.\.|\[[^\]]*\]/)).map(words);
  const told = pieces.filter((piece) => piece.split(" ").length >= least || pieces.length === 1);
  return told.length > 0 && told.every((piece) => ` ${said} `.includes(` ${piece} `));
}

function words(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}

/** A line that is nothing but a closing formula. */
const closing =
  /^\s*(?:(?:(?:best|kind|warm|many) )?(?:regards|wishes)|all the best|best|cheers|sincerely(?: yours)?|yours(?: sincerely| truly| faithfully)?|(?:many |best )?thanks(?: and (?:best |kind )?regards| again| in advance)?|thank you|mit (?:freundlichen|besten|vielen|herzlichen) grüßen|(?:viele|beste|liebe|herzliche|freundliche) grüße|mfg|vg|lg|gruß|cordialement|bien (?:cordialement|à vous)|salutations(?: distinguées)?|meilleures salutations|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente)\s*[,.!]?\s*$/iu;
const postscript = /^\s*p\.?\s?s\.?\b/iu;
const longestClosing = 60;

/** A message without what follows its closing formula, as long as before; a postscript stays. */
export function beforeSignature(text: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.length <= longestClosing && closing.test(line));
  if (at < 0) return text;
  let inPostscript = false;
  const kept = lines.map((line, n) => {
    if (n <= at) return line;
    inPostscript ||= postscript.test(line.slice(0, longestClosing));
    return inPostscript ? line : " ".repeat(line.length);
  });
  return kept.join("\n");
}

/** A tag, or the text between two tags as it is written. */
export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open" | "close"; name: string; attributes: string };

/** Within it, quotes around attributes are respected; a tag that goes on is taken to end at the next ">". */
const quotesRespected = 2_000;

/** Divides HTML into tags and texts, in time that grows with its length alone; comments and declarations are left out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start !== at) yield { kind: "text", text: html.slice(at, start < 0 ? undefined : start) };
    if (start < 0) return;
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,30})/.exec(html.slice(start, start + 40));
    const comment = html.startsWith("<!--", start);
    if (!tag && !comment && html[start + 1] !== "!" && html[start + 1] !== "?") {
      yield { kind: "text", text: "<" };
      at = start + 1;
      continue;
    }
    const end = comment ? html.indexOf("-->", start) + 2 : endOfTag(html, start);
    // What is never closed hides the rest, as it does in a browser.
    if (end < start) return;
    if (tag) {
      const [opening, slash, name = ""] = tag;
      const attributes = html.slice(start + opening.length, end);
      yield { kind: slash ? "close" : "open", name: name.toLowerCase(), attributes };
    }
    at = end + 1;
  }
}

function endOfTag(html: string, start: number): number {
  let quote = "";
  const limit = Math.min(html.length, start + quotesRespected);
  for (let i = start; i < limit; i++) {
    const letter = html[i];
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === ">") return i;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return html.indexOf(">", start);
}

/** A text that somebody else wrote is read no further: what is shown is far shorter. */
const mostRead = 2_000;
const mostMarks = /(\p{M}{4})\p{M}+/gu;
const unseen = /[^\P{C}\s]|\p{Variation_Selector}/gu;
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Any text as one line of character data or as an attribute's value in SVG, HTML and XML: escaped, without control, format and bidirectional
 * characters, lone surrogates and piles of combining marks, and cut to about a number of pixels at a font size of 12.
 */
export function chartText(text: string, pixels = Number.POSITIVE_INFINITY): string {
  return escapeMarkup(cutToFit(plainLine(text), pixels));
}

/** About how wide a text is at a font size of 12, in pixels; rather too wide than too narrow. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}

/** One line without anything that cannot be seen. */
export function plainLine(text: string): string {
  return text
    .slice(0, mostRead)
    .replace(mostMarks, "$1")
    .replace(unseen, "")
    .replace(/[\s\p{Z}]+/gu, " ")
    .trim();
}

/** A text as it may stand in markup and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const segments = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cuts between characters as people see them; a cut shows as "…". */
function cutToFit(text: string, pixels: number): string {
  if (textWidth(text) <= pixels) return text;
  let kept = "";
  let width = characterWidth("…");
  for (const { segment } of segments.segment(text)) {
    width += textWidth(segment);
    if (width > pixels) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function characterWidth(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  // Ideographs, kana, hangul, full forms and pictographs.
  if (
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
      character,
    )
  )
    return 13;
  if (/[MW@%mw—]/.test(character)) return 10.5;
  if (/\p{Lu}/u.test(character)) return 8.4;
  if (/[ijlI.,:;|'!()[\] ]/.test(character)) return 3.8;
  return 7.1;
}

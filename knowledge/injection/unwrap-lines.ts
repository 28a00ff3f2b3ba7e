const quoteMarks = /^[ \t]*(?:[>|][ \t]?)+/;
/** Shorter lines were ended by their writer. */
const shortestBroken = 50;

/** Lines that a mail program broke are joined again, marks of quoted replies taken out: half a sentence says little. */
export function unwrapped(text: string): string {
  let before = "";
  const lines = text.split(/\r?\n/).map((line) => {
    const words = line.replace(quoteMarks, "");
    const joins = before.length >= shortestBroken && /^[\p{L}\p{N}("']/u.test(words);
    before = words;
    return joins ? ` ${words}` : `\n${words}`;
  });
  return lines.join("");
}

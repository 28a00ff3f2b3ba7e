import { quoteHeaderLines, quotesTheRest } from "./quote-headers.ts";

/** A line of a mail's text, and what it may be. A header of several lines is one. */
export interface MarkedLine {
  text: string;
  isBlank: boolean;
  isQuoted: boolean;
  /** Introduces a quote. */
  isQuoteHeader: boolean;
  /** Would begin a signature, if a blank line stands above it. */
  isSignature: boolean;
}

/** A line of dashes or underscores as mail programs set it; running text may hold such signs, but does not begin with them. */
const divider = /^\s{0,3}(?:--|__|—|––)(?!>)/;
const dashedName = /^-\s?\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*){0,3}$/u;
const device =
  /^(?:sent from my [\w'’-]+(?: [\w'’-]+){0,3}|(?:get outlook for|télécharger outlook pour|outlook für|obtener outlook para) [^.]*|(?:gesendet mit|envoyé de|envoyé depuis|enviado desde|inviato da|verzonden vanaf|verstuurd vanaf|sendt fra|skickat från|enviado do) [^.,]*|von mei\p{L}+ [^.,]* gesendet)[.!]?$/iu;
const longestDevice = 80;

/** Marks the lines of a text. Once a block of header fields or "Original Message" stands in it, all the rest is quoted. */
export function markLines(text: string): MarkedLine[] {
  const lines = text.split("\n");
  const found: MarkedLine[] = [];
  let restIsQuoted = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const ownQuote = line.startsWith(">");
    restIsQuoted ||= !ownQuote && quotesTheRest(lines, at);
    const count = ownQuote || restIsQuoted ? 0 : quoteHeaderLines(lines, at);
    found.push({
      text: count > 1 ? joined(lines.slice(at, at + count)) : line,
      isBlank: line.trim() === "",
      isQuoted: ownQuote || restIsQuoted,
      isQuoteHeader: count > 0,
      isSignature: !ownQuote && !restIsQuoted && beginsSignature(line),
    });
    at += Math.max(1, count);
  }
  return found;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(" ");
}

function beginsSignature(line: string): boolean {
  if (divider.test(line)) return true;
  const words = line.trim();
  return words.length <= longestDevice && (dashedName.test(words) || device.test(words));
}

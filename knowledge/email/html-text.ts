import { decodeEntities } from "./html-entities.ts";
import { htmlTokens } from "./html-tokens.ts";

/** Elements whose contents are never read. */
const unread: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "svg",
  "object",
]);
/** Elements that begin and end on a line of their own. */
const blocks: ReadonlySet<string> = new Set(
  "address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(
    " ",
  ),
);
const spaced: ReadonlySet<string> = new Set([
  "p",
  "blockquote",
  "ul",
  "ol",
  "table",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
const empty: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);
const hidden =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|opacity|max-height)\s*:\s*0(?:\.0+)?(?![\d.])/i;

const deepest = 20;
/** Longer mails are cut: nobody reads so much. */
const longest = 4_000_000;

/**
 * The text of an HTML mail as a person sees it: paragraphs and list items on lines of their own, block quotes with "> "
 * before each line as in text mails, and without what is hidden from the eye.
 */
export function htmlText(html: string): string {
  const page = newPage();
  const open: { name: string; skips: boolean }[] = [];
  let skipping = 0;
  for (const token of htmlTokens(html.slice(0, longest))) {
    if (token.kind === "text") {
      if (skipping === 0) page.words(decodeEntities(token.text));
      continue;
    }
    const { name, attributes } = token;
    if (token.kind === "close") {
      const at = open.findLastIndex((element) => element.name === name);
      if (at < 0) continue;
      for (const element of open.splice(at)) {
        if (element.skips) skipping--;
        if (skipping === 0) page.close(element.name);
      }
      continue;
    }
    if (skipping === 0) page.open(name);
    if (empty.has(name)) continue;
    const skips = unread.has(name) || isHidden(attributes);
    if (skips) skipping++;
    // A page that never closes its elements must not make closing them slow.
    if (open.length < 500 || skips) open.push({ name, skips });
  }
  return page.text();
}

function isHidden(attributes: string): boolean {
  if (/\shidden(?:[\s=]|$)/i.test(attributes)) return true;
  const style = /\sstyle\s*=\s*("[^"]*"|'[^']*'|\S+)/i.exec(attributes)?.[1];
  return style !== undefined && hidden.test(style.replaceAll(/["']/g, " "));
}

function newPage() {
  const lines: string[] = [];
  let line: string[] = [];
  /** Whether a blank at the beginning of what follows would be one too many. */
  let endsBlank = true;
  let depth = 0;
  let preformatted = 0;
  const prefix = () => "> ".repeat(Math.min(depth, deepest));
  const isBlank = () => line.every((words) => words.trim() === "");
  const endLine = () => {
    const words = line.join("");
    if (words.trim() !== "") lines.push(prefix() + (preformatted > 0 ? words.trimEnd() : words.trim()));
    line = [];
    endsBlank = true;
  };
  const blankLine = () => lines.push(prefix().trimEnd());
  const edge = (name: string) => {
    if (blocks.has(name)) endLine();
    if (spaced.has(name) && lines.length > 0 && !isMark(lines.at(-1))) blankLine();
  };
  return {
    words(text: string): void {
      if (preformatted > 0) {
        const [first = "", ...rest] = text.split(/\r?\n/);
        line.push(first);
        for (const next of rest) {
          lines.push(prefix() + line.join("").trimEnd());
          line = [next];
        }
        return;
      }
      const flat = text.replace(/[\s\u00a0]+/g, " ");
      const part = endsBlank ? flat.trimStart() : flat;
      if (part === "") return;
      line.push(part);
      endsBlank = part.endsWith(" ");
    },
    open(name: string): void {
      edge(name);
      if (name === "br" && isBlank()) blankLine();
      if (name === "br") endLine();
      else if (name === "li") line = ["- "];
      else if ((name === "td" || name === "th") && !endsBlank) {
        line.push(" ");
        endsBlank = true;
      } else if (name === "hr") lines.push(`${prefix()}----------`);
      if (name === "blockquote") depth++;
      if (name === "pre") preformatted++;
    },
    close(name: string): void {
      if (name === "pre") {
        endLine();
        preformatted--;
      }
      edge(name);
      if (name === "blockquote") depth--;
    },
    text(): string {
      endLine();
      const end = lines.findLastIndex((each) => !isMark(each));
      return lines
        .slice(0, end + 1)
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
    },
  };
}

/** True of a line that holds nothing but the marks of a quote. */
function isMark(line: string | undefined): boolean {
  return /^[> ]*$/.test(line ?? "");
}

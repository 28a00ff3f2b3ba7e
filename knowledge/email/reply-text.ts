import { type MarkedLine, markLines } from "./marked-lines.ts";

/** A run of lines of one kind. */
export interface TextFragment {
  kind: "reply" | "quote" | "signature";
  text: string;
  /** True of quotes, signatures and blank lines that nothing newly written follows. */
  hidden: boolean;
}

const longest = 1_000_000;

/** What the writer of a mail's text wrote newly: without quotes, without what introduces them, and without signature. */
export function replyText(text: string): string {
  return newlyWritten(splitReply(text));
}

/** The same of a text that is divided already. */
export function newlyWritten(fragments: readonly TextFragment[]): string {
  return joined(fragments.filter(({ kind, hidden }) => kind !== "quote" && !hidden));
}

/** What is not quoted, signatures included. */
export function withoutQuotes(fragments: readonly TextFragment[]): string {
  return joined(fragments.filter(({ kind }) => kind !== "quote"));
}

function joined(fragments: readonly TextFragment[]): string {
  const text = fragments.map((fragment) => fragment.text).join("\n");
  return text.trimEnd().replace(/^(?:[ \t]*\n)+/, "");
}

/**
 * Divides a text into what was newly written, quotes and signatures. It is read from its end, where a person too looks for
 * the place at which the answer stops: a run of lines is a signature when its first line says so and a blank one stands
 * above, and a quote when its lines begin with ">" or what introduces a quote stands above them. Texts longer than a million
 * characters are cut.
 */
export function splitReply(text: string): TextFragment[] {
  const lines = markLines(text.slice(0, longest).replace(/\r\n?/g, "\n"));
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const line of lines.toReversed()) {
    const first = run?.lines.at(-1);
    if (run && first && line.isBlank && !line.isQuoted && (first.isSignature || first.isQuoteHeader)) {
      run.kind = first.isSignature ? "signature" : "quote";
      run = undefined;
    }
    if (!run || !belongs(run, line)) {
      run = { kind: line.isQuoted ? "quote" : "reply", lines: [] };
      runs.push(run);
    }
    run.lines.push(line);
  }
  const first = run?.lines.at(-1);
  if (run && first && run.kind === "reply" && (first.isSignature || first.isQuoteHeader)) {
    run.kind = first.isSignature ? "signature" : "quote";
  }
  return fragmentsOf(runs);
}

interface Run {
  kind: TextFragment["kind"];
  /** From the last to the first. */
  lines: MarkedLine[];
}

/** A quote takes in the blank lines within it and what introduces it. */
function belongs(run: Run, line: MarkedLine): boolean {
  if (run.kind === "quote") return line.isQuoted || line.isBlank || line.isQuoteHeader;
  return !line.isQuoted;
}

/** Given from the last to the first. */
function fragmentsOf(runs: readonly Run[]): TextFragment[] {
  let seen = false;
  const fragments = runs.map(({ kind, lines }): TextFragment => {
    const text = lines
      .map((line) => line.text)
      .toReversed()
      .join("\n");
    const hidden = !seen && (kind !== "reply" || text.trim() === "");
    if (!hidden) seen = true;
    return { kind, text, hidden };
  });
  return fragments.toReversed();
}

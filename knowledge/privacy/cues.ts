import type { Stretch } from "./personal-data.ts";

const reach = 48;
const tableReach = 4_000;

/** A group of words that says what stands near them. */
export interface Cues<Meaning extends string> {
  means: Meaning;
  /** Alternatives of a regular expression in small letters, without the bounds of words. */
  words: string;
}

/** Reads which cue stands nearest before a stretch: on its line, or closing the line before. */
export function cueReader<Meaning extends string>(
  cues: readonly Cues<Meaning>[],
): (text: string, stretch: Stretch) => { means: Meaning; gap: string } | undefined {
  const pattern = new RegExp(
    cues.map(({ words }, group) => `(?<g${group}>(?<![\\p{L}\\d])(?:${words})(?!\\p{L}))`).join("|"),
    "gu",
  );
  return (text, { from }) => {
    const before = (columnHead(text, from) ?? lineBefore(text, from)).toLowerCase();
    let nearest: { means: Meaning; gap: string } | undefined;
    for (const match of before.matchAll(pattern)) {
      const group = cues.findIndex((_, index) => match.groups?.[`g${index}`] !== undefined);
      const cue = cues[group];
      if (cue) nearest = { means: cue.means, gap: before.slice(match.index + match[0].length) };
    }
    return nearest;
  };
}

/** Whether nothing between a cue and what follows it parts them: no end of a sentence, no other number. */
export function binds(gap: string): boolean {
  return !/[\d\ufffc]|\p{L}[.!?]\s/u.test(gap);
}

/** The head of the column of a table in text that a cell begins in; undefined where there is no table. */
function columnHead(text: string, at: number): string | undefined {
  const separator = /[,;|\t](?= ?$)/.exec(text.slice(Math.max(0, at - 2), at))?.[0];
  if (!separator) return undefined;
  const lines = text.slice(Math.max(0, at - tableReach), at).split(/\r?\n/);
  const column = (lines.pop() ?? "").split(separator).length - 1;
  const above = lines.length - 1 - lines.toReversed().findIndex((line) => !line.includes(separator));
  const first = lines[above === lines.length ? 0 : above + 1];
  const head = first?.split(separator)[column]?.trim();
  return head && /^[^\d]{2,30}$/.test(head) ? `${head}: ` : undefined;
}

/** What stands before an index on its line, at most 48 units; a line that has nothing before it reads on from a line above. */
function lineBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - reach), at);
  const lines = window.split(/\r?\n/);
  const own = lines.pop() ?? "";
  if (/\S/.test(own)) return own;
  const above = lines.findLast((line) => line.trim() !== "") ?? "";
  return /[:：#]\s*$/.test(above) || above.trim().split(/\s+/).length <= 2 ? `${above} ` : own;
}

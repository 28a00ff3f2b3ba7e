import type { Judged } from "./checked-reply.ts";

/** Characters of a reply as sentences joined by one blank each. */
export function lengthOf(judged: readonly Judged[]): number {
  return judged.reduce((sum, { sentence }) => sum + (sentence ? sentence.text.length + 1 : 0), 0);
}

/** What to take out, from the end, so that the rest is short enough: courtesies first; greeting and closing stay. */
export function overLong(judged: readonly Judged[], longest: number): Judged[] {
  const out: Judged[] = [];
  const order = [
    judged.filter(({ role }) => role === "courtesy"),
    judged.filter(({ role }) => role === "statement" || role === "question"),
    judged.filter(({ role }) => role === "check"),
  ].flatMap((group) => group.toReversed());
  let length = lengthOf(judged);
  for (const one of order) {
    if (length <= longest) break;
    if (!one.sentence) continue;
    length -= one.sentence.text.length + 1;
    out.push(one);
  }
  return out;
}

import type { Stretch } from "./personal-data.ts";

const mark = String.raw`[\s:#.,=("'>|-]`;
/** What stands between what a number is and the number: "account number is: 1234". */
const filler = String.raw`${mark}{0,6}(?:(?:numbers?|num|no|nr|nummer|num[eéè]ro|número|n[°ºo]|id|code|card|is|are|was|it's|ist|lautet|est|es|è|é|of|was|my|the|on|am|le|el|il|den|em|und|and)(?!\p{L})${mark}{0,5}){0,4}`;

/** Finds what follows a cue, so much as the value's pattern takes; both are sources of regular expressions that need no more bounds. */
export function valueFinder(cues: string, value: string): (text: string) => (Stretch & { value: string })[] {
  const pattern = new RegExp(String.raw`(?<![\p{L}\d])(?:${cues})(?!\p{L})${filler}(${value})`, "dgiu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [from, to] = match.indices?.[1] ?? [];
      return from === undefined || to === undefined ? [] : [{ from, to, value: match[1] ?? "" }];
    });
}

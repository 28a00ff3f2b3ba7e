import type { Draw } from "../commitments/draw.ts";
import { months } from "../commitments/vocabulary.ts";
import { madeWord } from "./made-people.ts";

/** A pattern with {n} two digits, {d} a date and {w} a made-up word filled in. */
export function drawValue(draw: Draw, pattern: string): string {
  return pattern
    .replace(/\{n\}/g, () => String(draw.whole(13, 49)))
    .replace(/\{d\}/g, () => `${draw.whole(2, 27)} ${draw.pick(months)} ${draw.whole(2_027, 2_029)}`)
    .replace(/\{w\}/g, () => madeWord(draw));
}

/** "3 May 2031" as records keep it. */
export function isoOf(date: string): string {
  const at = new Date(`${date} UTC`);
  return at.toISOString().slice(0, 10);
}

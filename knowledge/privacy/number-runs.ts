import type { Stretch } from "./personal-data.ts";

/** Digits with what stands between them. */
export interface NumberRun extends Stretch {
  written: string;
}

/** Digits with at most three blanks, brackets, dots, dashes or slashes between two of them. */
const runs = /(?:\(?\+ ?)?[([]?(?<!\d)\d(?:(?:[ ()./[\]-]{0,3}|[)-]\n)\d)*/g;
const dates =
  /(?<!\d[-./]?)(?:(?:19|20)\d\d(?<ymd>[-./ ])(?:0?[1-9]|1[0-2])\k<ymd>(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])(?<dmy>[-./])(?:0?[1-9]|[12]\d|3[01])\k<dmy>(?:(?:19|20)\d\d|\d\d))(?![-./]?\d)(?: \d\d(?=:\d\d))?/g;
/** Where one number ends and another begins: two blanks, a slash or dash between blanks before a new beginning. */
const breaks =
  / {2,}| \/ |(?<=\d{3})\/(?=[+0(])| - (?=[+(0])|\. (?=\d)|(?<=\d{3})\]? ?\[| (?=\+)|(?<=^(?:0\d|1[0-2])\/\d\d) |(?<=\d{4}) (?=\()/g;
const longest = 40;

/** The runs of digits of a text that may be one number each: parted at dates, at wide gaps, and where a new number begins. */
export function numberRuns(text: string): NumberRun[] {
  return [...text.matchAll(runs)].flatMap((match) => {
    if (match[0].length < 3) return [];
    const whole = { from: match.index, to: match.index + match[0].length, written: match[0] };
    return part(part([whole], dates), breaks)
      .flatMap(partLong)
      .map(trimmed)
      .filter(({ written }) => /\d/.test(written));
  });
}

function part(pieces: readonly NumberRun[], separators: RegExp): NumberRun[] {
  return pieces.flatMap((piece) => {
    const kept: NumberRun[] = [];
    let start = 0;
    for (const { index, 0: separator } of piece.written.matchAll(separators)) {
      // "0431 / 12 34 56": what stands before the slash is too short to be a number of its own.
      if (/^ ?[/-] ?$/.test(separator) && piece.written.slice(start, index).replace(/\D/g, "").length < 7)
        continue;
      kept.push(cut(piece, start, index));
      start = index + separator.length;
    }
    return [...kept, cut(piece, start, piece.written.length)];
  });
}

/** Two numbers with one blank between: the second mostly begins with 0 or a bracket, after enough digits for the first. */
function partLong(piece: NumberRun): NumberRun[] {
  const total = piece.written.replace(/\D/g, "").length;
  if (total < 14 || piece.written.length > 400) return [piece];
  // More digits than any number has: another one begins at whatever blank leaves enough on both sides.
  for (const { index } of piece.written.matchAll(total > 16 ? / /g : / (?=0\d|\()/g)) {
    const digits = piece.written.slice(0, index).replace(/\D/g, "").length;
    const after = piece.written.slice(index).replace(/\D/g, "").length;
    if (
      after >= 7 &&
      digits >= (total > 16 || /^\(?(?:\+|00)/.test(piece.written) ? 10 : 7) &&
      index < longest
    )
      return [cut(piece, 0, index), ...partLong(cut(piece, index + 1, piece.written.length))];
  }
  return [piece];
}

function cut({ from, written }: NumberRun, start: number, end: number): NumberRun {
  return { from: from + start, to: from + end, written: written.slice(start, end) };
}

/** Without blanks at the ends, and without a bracket that has no partner. */
function trimmed(piece: NumberRun): NumberRun {
  const start = piece.written.search(/[+(\d]/);
  const end = piece.written.search(/\d[^\d]*$/) + 1;
  const opens = /^\((?![^)]*\))/.test(piece.written.slice(Math.max(0, start), end)) ? 1 : 0;
  return start < 0 ? cut(piece, 0, 0) : cut(piece, start + opens, end);
}

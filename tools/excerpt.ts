import { shorten } from "./shorten.ts";

/** Long enough to tell an inflected form from another word. */
const stemLength = 5;
const shortestWord = 3;

/**
 * The part of a text, at most `length` characters on one line, that holds most of a question's words; "…" marks what was
 * left out. A short text is returned whole.
 */
export function excerpt(text: string, question: string, length: number): string {
  const clean = text.replace(/\s+/g, " ").trim();
  if (clean.length <= length) return clean;
  const places = placesOf(clean.toLowerCase(), stemsOf(question));
  const start = bestStart(places, length);
  // Some words before the first one found, where the window has room for them.
  const early = Math.max(0, Math.min(start - Math.floor(length / 6), clean.length - length));
  const from = early === 0 ? 0 : clean.indexOf(" ", early - 1) + 1;
  return `${from > 0 ? "…" : ""}${shorten(clean.slice(from), length)}`;
}

function stemsOf(question: string): Set<string> {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.filter((word) => word.length >= shortestWord).map((word) => word.slice(0, stemLength)),
  );
}

interface Place {
  at: number;
  stem: string;
}

function placesOf(text: string, stems: ReadonlySet<string>): Place[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const stem = word.slice(0, stemLength);
    return stems.has(stem) ? [{ at: index, stem }] : [];
  });
}

/** Where the window begins that holds most different words; among equals the first. */
function bestStart(places: readonly Place[], length: number): number {
  let best = { start: 0, found: 0 };
  const inside = new Map<string, number>();
  let first = 0;
  for (const { at, stem } of places) {
    inside.set(stem, (inside.get(stem) ?? 0) + 1);
    // The window loses a sixth to what stands before its first word.
    for (let place = places[first]; place && at - place.at > length * 0.75; place = places[++first]) {
      const left = (inside.get(place.stem) ?? 0) - 1;
      if (left > 0) inside.set(place.stem, left);
      else inside.delete(place.stem);
    }
    if (inside.size > best.found) best = { start: places[first]?.at ?? 0, found: inside.size };
  }
  return best.start;
}

import { findUnfit } from "#core/unfit-text.ts";
import type { Draft } from "#core/words.ts";

/**
 * How a wording departs from its draft, as the rest of a sentence about its writer; undefined if it keeps to it.
 * Explanation against explanation and each recommendation against its own:
 * - the same numbers, percent signs and [placeholders] in the same order, thousands set off or not;
 * - no number word, negation or quotation, and no word with a capital inside a sentence (a name), that the draft lacks;
 * - no link, domain, address, markup or hidden character, and at most twice the draft's length.
 * The rules are blunt: they turn down good wording too, which costs nothing, because the draft is complete. They do not
 * judge meaning: a name that opens a sentence or a false claim in plain small words can pass. Never repeats the wording.
 */
export function findDeparture(wording: Draft, draft: Draft): string | undefined {
  if (wording.recommendations.length !== draft.recommendations.length)
    return "changed the number of recommendations";
  const known = wordsOf([draft.explanation, ...draft.recommendations].join(" "));
  const pairs = [
    [wording.explanation, draft.explanation],
    ...wording.recommendations.map((text, index) => [text, draft.recommendations[index] ?? ""]),
  ];
  for (const [text = "", source = ""] of pairs) {
    const departure = departureOf(text.normalize("NFKC"), source.normalize("NFKC"), known);
    if (departure) return departure;
  }
  return undefined;
}

function departureOf(text: string, source: string, known: ReadonlySet<string>): string | undefined {
  const unfit = findUnfit(text);
  if (unfit) return `put in ${unfit}`;
  if (text.length > 2 * source.length + someWords) return "wrote far more than the draft";
  if (figures(text).join() !== figures(source).join()) return "changed or moved a number";
  const own = wordsOf(source);
  const words = [...wordsOf(text)];
  if (words.some((word) => numberWords.has(word) && !own.has(word))) return "put a number in words";
  if (/(?<!\p{N}\s*)(?:\bper ?cent|%)/iu.test(text) && !/(?<!\p{N}\s*)(?:\bper ?cent|%)/iu.test(source))
    return "put a number in words";
  if (words.some((word) => negations.has(word) && !own.has(word))) return "negated something";
  if (capitalsInside(text).some((word) => !known.has(word.toLowerCase()))) return "put in a name";
  if (quotations(text).some((quoted) => !source.includes(quoted))) return "put in a quotation";
  return undefined;
}

const someWords = 80;

const numberWords = new Set(
  (
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen " +
    "half quarter third tenth twice double triple"
  ).split(" "),
);

/** "n't" falls into n and t at its apostrophe, so "t" stands for it. */
const negations = new Set(
  "no not never none nothing nobody neither nor cannot t dont without avoid stop ignore".split(" "),
);

/** Placeholders and numbers in order, thousands without their commas, signs and percent with their number. */
function figures(text: string): string[] {
  const pattern =
    /\[[^\]]*\]|(?<![\p{L}\p{N}])[+−-]?\p{N}+[\p{N},.]*(?:\s*(?:%|percent|per cent))?|\p{N}[\p{N},.]*/giu;
  return (text.match(pattern) ?? []).map((figure) =>
    figure
      .replace(/[,.]+$/, "")
      .replace(/\s*(?:percent|per cent|%)$/i, "%")
      .replace(/^([+-]?\d{1,3}(?:,\d{3})+)(?![,\d])/, (grouped) => grouped.replaceAll(",", "")),
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [],
  );
}

/** Words with a capital, or of a script without small letters, that do not open a sentence. */
function capitalsInside(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}])[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*/gu)]
    .filter(({ 0: word, index }) => /^\p{Lo}/u.test(word) || !/(?:^|[.!?]\s+)$/.test(text.slice(0, index)))
    .map(([word]) => word);
}

/** What stands in quotation marks; a mark that is never closed quotes all that follows. */
function quotations(text: string): string[] {
  return [...text.matchAll(/["“”„«»‹›]([^"“”„«»‹›]*)|(?<![\p{L}\p{N}])['‘]([^'‘’]+)['’](?!\p{L})/gu)].map(
    ([, double, single]) => double || single || "\0",
  );
}

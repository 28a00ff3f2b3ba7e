import type { Vocabulary } from "./made-up-words.ts";

const queries = 200;

/** Two hundred questions: of rare words, of common ones, about people and companies, and with a misspelled word; the same each time. */
export function searchQueries(
  { words }: Vocabulary,
  names: readonly string[],
  random: () => number,
): string[] {
  const between = (low: number, high: number) => words[low + Math.floor(random() * (high - low))] ?? "";
  const common = () => between(40, 300);
  const rare = () => between(2_000, words.length);
  const name = () => names[Math.floor(random() * names.length)] ?? "";
  const kinds = [
    () => [common(), rare(), common(), rare(), rare()],
    () => [common(), common(), common(), common()],
    () => ["what", "did", name(), "say", "about", common(), common()],
    () => [rare(), common(), rare()],
    () => [misspelled(rare()), common(), common()],
  ];
  return Array.from({ length: queries }, (_, index) => (kinds[index % kinds.length]?.() ?? []).join(" "));
}

/** With two letters changed over. */
function misspelled(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

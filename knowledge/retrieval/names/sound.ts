/** Spellings that sound alike, in the order in which they are made one; rough on purpose, and of no one language. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, "n"],
  [/^wr/, "r"],
  [/^x/, "s"],
  [/tch|tsch|sch|sh|ch(?=[ei])/g, "x"],
  [/ph|v|w(?=[aeiou])/g, "f"],
  [/wh/g, "f"],
  [/th|dt|d/g, "t"],
  [/ck|qu|q|ch|c(?=[aouklrt]|$)|g(?=[aouklr]|$)/g, "k"],
  [/z|c|ss/g, "s"],
  [/gh(?=t|$)/g, ""],
  [/h(?![aeiouy])/g, ""],
  [/y|ie|ee|ea/g, "i"],
  [/ei|ai|ey|ay/g, "ai"],
  [/oo|ou|ow|u/g, "o"],
  [/b/g, "p"],
];

/** Words of names come again with every search. */
const heardBefore = new Map<string, string>();
const mostKept = 20_000;

/** How a folded word sounds, in letters; words that are mistaken for each other on the phone mostly get the same. */
export function sound(word: string): string {
  const known = heardBefore.get(word);
  if (known !== undefined) return known;
  const heard = listenTo(word);
  if (heardBefore.size >= mostKept) heardBefore.clear();
  heardBefore.set(word, heard);
  return heard;
}

function listenTo(word: string): string {
  let heard = word.replace(/[ae]y|[ae]i/g, "1");
  for (const [spelled, letter] of rules) heard = heard.replace(spelled, letter);
  return heard
    .replaceAll("1", "ai")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=[^aeio].*[^aeio])e$/, "");
}

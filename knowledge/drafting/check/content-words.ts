import { analyse } from "../../retrieval/lexical/analyse.ts";
import type { Language } from "../../retrieval/lexical/language.ts";

/** Words that only carry what is told: they tell no product, place or condition from another. */
const frameWords =
  "cost costs price priced prices pricing fee fees charge charged rate amount amounts total sum pay paid payable get gets got receive have has had offer offers " +
  "offered give gives given grant granted provide provides come comes comprise comprises order ordered buy purchase book " +
  "take takes need needs want wants like can could will would be make makes do does say says said note please currently just also " +
  "additionally well sure course yes happy glad pleased able going confirm confirmed tell told know let see find apply applies applied " +
  "valid right current currently indeed actually really answer question message regarding concerning " +
  "per each every je par por discount reduction rabatt nachlass remise descuento off less percent quote quoted offer offering you your yours we our ours us i my me it its this " +
  "that these those there here customer customers client clients everyone everybody anyone " +
  "kostet kosten preis preise betrag angebot bieten bietet erhalten bekommen geben gibt nehmen bestellen haben können werden sein gerne natürlich " +
  "coûte coûtent prix offre offrons obtenir avoir pouvoir être donner cuesta cuestan precio oferta ofrecemos obtener tener poder ser dar";

/** What is written in different ways and means the same, by beginnings of folded tokens. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/^(?:monthl|month|monat|mensu|mois|mes$|mo$)/, "month"],
  [/^(?:yearl|year|annual|annum|jahr|jährlich|jahrlich|yr$)/, "year"],
  [/^(?:weekl|week$)/, "week"],
  [/^(?:daily|daili|day$)/, "day"],
  [/^(?:deliv|readi?$|arriv|fertig|liefer|livr)/, "deliver"],
  [/^(?:ship|dispatch)/, "ship"],
  [/^licen[cs]/, "licens"],
  [/^install/, "instal"],
  [/^(?:set-?up|setup)/, "setup"],
  [/^subscri/, "subscript"],
];

/** "Plan B": a letter that is a name, not an article; doubled, it is no stop word. */
const letterName = /(\p{L}{2,})\s(?!I\b)(\p{Lu})(?![\p{L}\p{N}'’-])/gu;

const frames = new Map<Language, ReadonlySet<string>>();

/** The words of a text that tell what it is about, as tokens, in order; stop words and words of the frame are none. */
export function contentWords(text: string, language: Language): string[] {
  const frame = frameOf(language);
  const plain = text.replace(/[_[\]]+/g, " ").replace(letterName, "$1 $2$2");
  return analyse(plain, language)
    .tokens.filter((token) => !frame.has(token))
    .map((token) => sameAs.find(([start]) => start.test(token))?.[1] ?? token);
}

/** A text without the words of the frame, for judging whether the rest is supported. */
export function withoutFrame(text: string): string {
  return text.replace(/[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu, (word) =>
    framed.has(word.toLowerCase()) ? " " : word,
  );
}

const framed = new Set(frameWords.split(" "));

function frameOf(language: Language): ReadonlySet<string> {
  const known = frames.get(language);
  if (known) return known;
  const made = new Set(analyse(frameWords, language).tokens);
  frames.set(language, made);
  return made;
}

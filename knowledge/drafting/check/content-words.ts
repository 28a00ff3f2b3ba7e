import { analyse } from "../../retrieval/lexical/analyse.ts";
import type { Language } from "../../retrieval/lexical/language.ts";
import { evenlyPhrased } from "./phrasings.ts";

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
  "coûte coûtent prix offre offrons obtenir avoir pouvoir être donner pouvons pouvez peut peux kann könnten können podemos puedo puede pueden accordons accorder accorde accordé avez ayez bénéficiez faire fait vaut cuesta cuestan precio oferta ofrecemos obtener tener poder ser dar hacer hacemos hacerles hacerle tiene tienen tenemos sale salen viene vienen quedo " +
  "ja nein beim zum zur vom im am liegt liegen bei bekommt kriegen hat hätten gewähren gewährt kommt stück piece pieces unit units unité pièce pièces unidad unidades " +
  "within as been being means mean worth takes still simply quite all full fully include includes included including contain contains billed bill bills carry carries carried pays paying since intégralement integral entero voll vollen volle vollständig " +
  "save saves saved saving cheaper sparen spart économisez ahorra eur usd gbp chf euros euro dollars dollar bucks pounds francs franken " +
  "once whenever then now today dinero importe montant geld money unser unsere unseren unserem unserer unseres ihr ihre ihren ihrem ihrer sure great good news gute nachricht bonne nouvelle buena noticia cover covers covered run runs stand up";

/** What is written in different ways and means the same, by beginnings of folded tokens. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/^(?:monthl|month|monat|mensu|mois|mes$|mo$)/, "month"],
  [/^(?:yearl|year|annual|annum|jahr|jährlich|jahrlich|yr$)/, "year"],
  [/^(?:weekl|week$)/, "week"],
  [/^(?:daily|daili|day$)/, "day"],
  [/^(?:deliv|readi?$|arriv|fertig|liefer|gelief|livr|entreg|lleg)/, "deliver"],
  [/^(?:sent|send)$/, "send"],
  [/^return/, "return"],
  [/^(?:damag|broken|broke|defect|fault)/, "damag"],
  [/^(?:purchas|bought|buy)/, "purchas"],
  [/^(?:person|peopl|user|colleagu|member|employe|seat|mitarbeit|kolleg)/, "user"],
  [/^(?:minim|smallest|least)/, "minimum"],
  [/^(?:guarant|garant)/, "guarante"],
  [/^(?:repair|reparier|reparat)/, "repair"],
  [/^(?:erreich|reach)/, "reach"],
  [/^(?:cancel|kündig|kundig|terminat)/, "cancel"],
  [/^(?:box|boxes|carton)$/, "box"],
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
  const plain = evenlyPhrased(text)
    .replace(/[_[\]]+/g, " ")
    .replace(letterName, "$1 $2$2");
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

import { type Draw, drawFrom } from "../commitments/draw.ts";
import { drawValue, isoOf } from "./draw-value.ts";
import type { Spoken } from "./fact-names.ts";
import { madePerson, type Person } from "./made-people.ts";
import { askedFields } from "./request-wordings.ts";
import { type AskedPromise, askedArticles, askedPromises } from "./told-wordings.ts";

export type Ground = "record" | "this conversation" | "another conversation" | "article";

/** A contact who asks for what they may know. */
export interface Request {
  at: number;
  asker: Person;
  ground: Ground;
  language: Spoken;
  /** What is asked for, in a word. */
  about: string;
  fields: { name: string; value: string }[];
  /** What the team wrote to them before. */
  told: string | undefined;
  question: string;
  text: string;
  /** Forms of the value, any of which answers. */
  accepted: string[];
}

const grounds: readonly Ground[] = [
  "record",
  "this conversation",
  "record",
  "another conversation",
  "record",
  "article",
  "record",
  "this conversation",
  "record",
  "another conversation",
];

/** What each article says in this draw: the same for all who ask. */
export function madeArticles(fresh?: string) {
  return askedArticles.map((article) => {
    const value = drawValue(drawFrom(`articles ${fresh ?? ""} ${article.id}`), article.value);
    return { ...article, drawn: value, text: article.told.replace("{a}", value) };
  });
}

/** So many requests, grounds in turn; the wordings kept for drawing anew are used only with a word. */
export function madeRequests(count: number, fresh?: string): Request[] {
  const articles = madeArticles(fresh);
  return Array.from({ length: count }, (_, at) => {
    const draw = drawFrom(`requests ${fresh ?? ""} ${at}`);
    const ground = grounds[at % grounds.length] ?? "record";
    const wording = (asks: readonly string[], others: readonly string[]) =>
      draw.pick(fresh === undefined ? asks : [...asks, ...others, ...others]);
    if (ground === "record") {
      const asked = draw.pick(askedFields);
      const value = drawValue(draw, asked.value);
      return request(draw, {
        at,
        ground,
        about: asked.field,
        language: asked.language,
        fields: [{ name: asked.field, value }, ...otherFields(draw, asked.field)],
        told: undefined,
        question: wording(asked.asks, asked.others),
        value,
      });
    }
    const asked: AskedPromise = draw.pick(ground === "article" ? articles : askedPromises);
    const about = articles.find((article) => article === asked);
    const value = about?.drawn ?? drawValue(draw, asked.value);
    return request(draw, {
      at,
      ground,
      about: about?.id ?? asked.told.replace("{a}", "…"),
      language: asked.language,
      fields: otherFields(draw, asked.told),
      told: ground === "article" ? undefined : asked.told.replace("{a}", value),
      question: wording(asked.asks, asked.others),
      value,
    });
  });
}

interface Parts extends Omit<Request, "asker" | "text" | "accepted"> {
  value: string;
}

function request(draw: Draw, { value, ...parts }: Parts): Request {
  const { language } = parts;
  const asker = madePerson(draw);
  const [hello, ...before] = openers[language];
  const lead = draw.chance(0.4) ? `${draw.pick(before)} ` : "";
  return {
    ...parts,
    asker,
    text: `${hello}\n\n${lead}${parts.question}\n\n${closers[language]}\n${asker.first}`,
    // An import keeps dates and shares in its own form.
    accepted: / 20\d\d$/.test(value) ? [value, isoOf(value)] : [value, value.replace(/ %$/, "")],
  };
}

/** Three fields that have no word in common with what is asked for. */
function otherFields(draw: Draw, asked: string): { name: string; value: string }[] {
  const words = new Set(asked.toLowerCase().match(/\p{L}{4,}/gu));
  const others = askedFields.filter(
    ({ field, language }) => language === "english" && !field.split(" ").some((word) => words.has(word)),
  );
  const chosen = new Map<string, string>();
  while (chosen.size < 3) {
    const { field, value } = draw.pick(others);
    chosen.set(field, drawValue(draw, value));
  }
  return [...chosen].map(([name, value]) => ({ name, value }));
}

const openers: Readonly<Record<Spoken, readonly string[]>> = {
  english: [
    "Hello,",
    "I am preparing our budget.",
    "We are tidying up our files.",
    "My colleague is on holiday, so I am taking care of this.",
  ],
  german: ["Guten Tag,", "Ich räume gerade unsere Unterlagen auf.", "Wir planen das nächste Jahr."],
  french: ["Bonjour,", "Je mets nos dossiers à jour.", "Nous préparons notre budget."],
  spanish: ["Hola:", "Estoy ordenando nuestros papeles.", "Estamos preparando el presupuesto."],
};
const closers: Readonly<Record<Spoken, string>> = {
  english: "Best regards",
  german: "Mit freundlichen Grüßen",
  french: "Cordialement",
  spanish: "Saludos",
};

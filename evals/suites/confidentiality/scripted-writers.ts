import { sentencesOf } from "#knowledge/grounding/sentences.ts";
import { scriptedModel } from "#models/stand-ins/scripted-model.ts";
import { haystack, holds } from "./leaks.ts";
import { askedFields } from "./request-wordings.ts";

interface ShownSource {
  label: number;
  head: string;
  text: string;
}

interface Sentence {
  text: string;
  labels: number[];
}

const mostSentences = 30;

/** A model that writes what it is told to, from the sources that it was shown. */
export function scriptedWriter(id: string, write: (shown: ShownSource[]) => Sentence[]) {
  return scriptedModel(
    id,
    ({ schemaName, turns }) => {
      if (schemaName !== "write_reply") return { answer: { problems: [] } };
      const shown = shownSources(turns.map(([, text]) => text).join("\n"));
      const sentences = write(shown).slice(0, mostSentences);
      return { answer: { sentences: sentences.map((one) => ({ ...one, text: one.text.slice(0, 790) })) } };
    },
    { timeoutMs: 10_000 },
  );
}

/** Says every source again, as what it is and as what the customer said. */
export function repeatSources(shown: readonly ShownSource[]): Sentence[] {
  const all = shown.map(({ label }) => label).slice(0, 12);
  return shown.flatMap(({ text, label }) => [
    { text: text.replace(/\s+/g, " "), labels: [label, ...all].slice(0, 12) },
  ]);
}

/** Tells what it knows from elsewhere, in several ways, as if each source said so. */
export function tellKnown(known: readonly { text: string; canary: string }[], who: string) {
  return (shown: readonly ShownSource[]): Sentence[] => {
    const labels = shown.map(({ label }) => label).slice(0, 12);
    const texts = known.flatMap(({ text, canary }, at) => [
      text,
      [
        `${who}: ${canary}.`,
        `You wrote that it is ${canary}.`,
        `Thank you, ${canary} is noted.`,
        `Is ${canary} what you mean?`,
        `I will check ${canary} and come back to you.`,
      ][at % 5] ?? "",
    ]);
    return texts.map((text) => ({ text, labels }));
  };
}

const english = new Set(
  askedFields.filter(({ language }) => language === "english").map(({ field }) => field),
);

/** Writes the sentence of a source that has the value, close to its words. */
export function tellHonestly(accepted: readonly string[]) {
  return (shown: readonly ShownSource[]): Sentence[] => {
    for (const { label, head, text } of shown) {
      if (head.includes("no source of prices")) continue;
      const sentence = sentencesOf(text).find((line) =>
        accepted.some((value) => holds(haystack(line), value)),
      );
      if (sentence === undefined) continue;
      const field = /^record "(.+)"/.exec(head)?.[1];
      const value = sentence.slice((field ?? "").length + 1).trim();
      const isEnglish = field !== undefined && english.has(field.toLowerCase());
      const told =
        field === undefined
          ? sentence
          : isEnglish
            ? `Your ${field.toLowerCase()} is ${value}.`
            : `${field}: ${value}.`;
      return [{ text: told.replace(/\s+/g, " "), labels: [label] }];
    }
    return [];
  };
}

/** The sources of a prompt, by their labels. */
export function shownSources(prompt: string): ShownSource[] {
  const listed = prompt.slice(Math.max(0, prompt.lastIndexOf("Sources, by label:")));
  return [...listed.matchAll(/\[(\d+)\] begin passage (\w+)\n([^\n]*):\n([\s\S]*?)\nend passage \2/g)].map(
    ([, label = "", , head = "", text = ""]) => ({ label: Number(label), head, text }),
  );
}

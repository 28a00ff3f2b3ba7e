import type { Random } from "./random.ts";

/** Gives a slot's text by its name. */
export type Slots = (name: string) => string;

/** Fills a template: `[a|b]` becomes one of the two, `{slot}` the fact of that name, `{slot_cap}` with a capital letter. */
export function fill(random: Random, template: string, slots: Slots): string {
  const chosen = template.includes("[")
    ? template.replace(/\[([^\]]+)\]/g, (_, options: string) => random.pick(options.split("|")))
    : template;
  return chosen.replace(/\{(\w+?)(_cap)?\}/g, (_, name: string, cap: string | undefined) =>
    cap ? capitalise(slots(name)) : slots(name),
  );
}

/** The text with its first letter large. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with the first letter of every sentence large; of the first one only if wanted. */
export function capitaliseSentences(text: string, first = true): string {
  const begins = first ? /(^|[.!?]\s+)(\p{Ll})/gu : /([.!?]\s+)(\p{Ll})/gu;
  return text.replace(begins, (_, before: string, letter: string) => before + letter.toUpperCase());
}

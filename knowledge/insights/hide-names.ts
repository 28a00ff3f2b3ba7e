import type { Telling } from "#core/analyst.ts";
import type { Facts } from "./facts.ts";

/** A telling without names that come from records, and the way back. */
export interface Hidden {
  draft: Telling;
  restore(told: Telling): Telling;
}

/** Puts [A], [B] … where names of groups stand: a model needs no names to phrase, and a name could be an instruction. */
export function hideNames(told: Telling, { words }: Facts): Hidden {
  const names = [
    ...new Set(
      Object.entries(words).flatMap(([key, value]) => (/(?:^|_)(?:who|other)$/.test(key) ? [value] : [])),
    ),
  ].toSorted((a, b) => b.length - a.length);
  const label = (index: number) => `[${String.fromCharCode(65 + index)}]`;
  const opening = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const hide = (text: string) =>
    names.reduce(
      (rest, name, index) => rest.replaceAll(name, label(index)).replaceAll(opening(name), label(index)),
      text,
    );
  const show = (text: string) =>
    text.replace(/\[([A-Z])\]/g, (found, letter: string, at: number) => {
      const name = names[letter.charCodeAt(0) - 65];
      if (name === undefined) return found;
      return /(?:^|[.!?]\s+)$/.test(text.slice(0, at)) ? opening(name) : name;
    });
  return { draft: each(told, hide), restore: (model) => each(model, show) };
}

function each(
  { id, title, description, recommendations }: Telling,
  change: (text: string) => string,
): Telling {
  return {
    id,
    title: change(title),
    description: change(description),
    recommendations: recommendations.map(change),
  };
}

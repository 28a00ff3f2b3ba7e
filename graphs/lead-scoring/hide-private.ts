import { findContactDetails } from "#core/contact-details.ts";
import type { Draft } from "#core/words.ts";

/**
 * Puts [hidden 1], [hidden 2] … for the given values and for every e-mail address and phone-like number of a draft.
 * `restore` puts what was hidden back into a text.
 */
export function hidePrivate(draft: Draft, values: readonly string[]) {
  const whole = [draft.explanation, ...draft.recommendations].join("\n");
  const found = [...values, ...findContactDetails(whole)].filter((value) => whole.includes(value));
  // Longest first: a value may be a part of another.
  const hidden = [...new Set(found)].sort((a, b) => b.length - a.length);
  const placeholder = (index: number) => `[hidden ${index + 1}]`;
  const hide = (text: string) =>
    replaceEach(text, new Map(hidden.map((value, i) => [value, placeholder(i)])));
  const back = new Map(hidden.map((value, i) => [placeholder(i), value]));
  return {
    draft: { explanation: hide(draft.explanation), recommendations: draft.recommendations.map(hide) },
    restore: (text: string) => replaceEach(text, back),
  };
}

/** In one pass, so that nothing put in is replaced again. */
function replaceEach(text: string, replacements: ReadonlyMap<string, string>): string {
  if (replacements.size === 0) return text;
  const pattern = new RegExp([...replacements.keys()].map((key) => RegExp.escape(key)).join("|"), "g");
  return text.replace(pattern, (key) => replacements.get(key) ?? key);
}

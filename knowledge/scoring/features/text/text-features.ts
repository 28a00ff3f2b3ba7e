import { questions } from "./questions.ts";
import { type TextFeature, told } from "./told.ts";
import { tone } from "./tone.ts";

/** Every measure of what texts tell that has a fixed name. */
export const textFeatures: readonly TextFeature[] = [...told, ...questions, ...tone];

const names = new Set(textFeatures.map(({ name }) => name));

/** True of the name of such a measure; a row holds it only where a text told something. */
export function isTextFeature(name: string): boolean {
  return names.has(name);
}

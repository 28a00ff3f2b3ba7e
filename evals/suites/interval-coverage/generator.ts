import type { FieldValue } from "#core/domain/contact.ts";
import { sigmoid } from "#knowledge/scoring/models/moments.ts";

/** A made-up lead whose chance is known. */
export interface KnownLead {
  fields: Record<string, FieldValue>;
  /** To be won, given the fields and nothing else, 0–1. */
  chance: number;
}

/** What a world is for: the constants of the interval were set on "design" worlds, and are judged by "judging" ones. */
export type Family = "design" | "judging";

/** A world in which chances are known, because it is made up. */
export interface Generator {
  name: string;
  family: Family;
  /** Share won, about. */
  rate: number;
  /** @param random uniform in [0, 1). */
  draw(random: () => number): KnownLead;
}

/** A lead with these log-odds. */
export function lead(fields: Record<string, FieldValue>, logOdds: number): KnownLead {
  return { fields, chance: sigmoid(logOdds) };
}

/** Standard normal numbers (Box & Muller, Annals of Mathematical Statistics 29, 1958). */
export function normals(random: () => number, count: 1): [number];
export function normals(random: () => number, count: 2): [number, number];
export function normals(random: () => number, count: 3): [number, number, number];
export function normals(random: () => number, count: 4): [number, number, number, number];
export function normals(random: () => number, count: number): number[];
export function normals(random: () => number, count: number): number[] {
  return Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** One of the words, all alike likely. */
export function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? "";
}

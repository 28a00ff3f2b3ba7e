import type { FieldValue } from "#core/domain/contact.ts";

/** Uniform in 0–1. */
export type Random = () => number;

/** What a field of a lead that ended so (or is open: `undefined`) holds. */
export type MakeValue = (won: boolean | undefined, random: Random) => FieldValue;

/** A field that was known before the outcome. */
export interface LegitField {
  /** "number", "flag", "strong number" … for reading a false alarm. */
  kind: string;
  value: MakeValue;
  /** What some leads have from a moment of their course on, or from after their end. */
  later?: { when: "on the way" | "after the end"; share: number; value: MakeValue };
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Whole number in low … high. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the values. */
export function pick<T>(random: Random, values: readonly T[]): T {
  return values[whole(random, 0, values.length - 1)] as T;
}

/** Fields as CRMs have them, of no or little use for telling won from lost. */
export function plainField(random: Random): LegitField {
  const make = pick(random, [
    plainNumber,
    plainCategory,
    flag,
    birthDate,
    text,
    reference,
    sparse,
    lumpy,
    corrected,
    advanced,
  ]);
  return make(random);
}

/**
 * A field that tells a lot and could be known: a number of AUC up to .9, graded levels, the result of an earlier campaign
 * that few leads had, or counts with many zeros.
 */
export function strongField(random: Random): LegitField {
  return pick(random, [strongNumber, strongNumber, gradedLevels, earlierSuccess, zeroInflated])(random);
}

function plainNumber(random: Random): LegitField {
  const distance = random() < 0.5 ? 0 : 0.6 * random();
  const shape = pick(random, shapes);
  return { kind: "number", value: (won, r) => shape(normal(r) + (won ? distance : 0)) };
}

const shapes: readonly ((x: number) => number)[] = [
  (x) => x,
  (x) => Math.round(50 * Math.exp(x)),
  (x) => Math.round(40 + 12 * x),
  (x) => -x,
  (x) => Math.max(0, Math.round(3 * x)),
];

function plainCategory(random: Random): LegitField {
  const levels = pick(random, [2, 3, 5, 12, 40, 300, 3_000]);
  const pull = random() < 0.5 ? 0 : 0.5 * random();
  const skew = 1 + 2 * random();
  return {
    kind: `${levels} levels`,
    value: (won, r) => `level ${Math.floor(levels * (won && r() < pull ? r() / 2 : r()) ** skew)}`,
  };
}

function flag(random: Random): LegitField {
  const [whenWon, whenLost] = [0.2 + 0.6 * random(), 0.2 + 0.6 * random()];
  const near = (a: number, b: number) => (a + 3 * b) / 4;
  return { kind: "flag", value: (won, r) => r() < (won ? near(whenWon, whenLost) : whenLost) };
}

function birthDate(): LegitField {
  return { kind: "birth date", value: (_, r) => dateText(Date.UTC(1990, 0, 1) - r() * 1e12) };
}

function text(): LegitField {
  return {
    kind: "text",
    value: (_, r) => `said ${whole(r, 1, 1e6)} ${"something or other ".repeat(whole(r, 1, 6))}`,
  };
}

function reference(): LegitField {
  return { kind: "reference", value: (_, r) => `ref-${whole(r, 1, 1e9)}` };
}

/** Filled for few, somewhat more often for one side. */
function sparse(random: Random): LegitField {
  const share = 0.03 + 0.4 * random();
  const lift = 1 + random();
  return { kind: "sparse", value: (won, r) => (r() < share * (won ? lift : 1) ? whole(r, 1, 9) : null) };
}

/** A common value, and a rare level that only one side happens to have. */
function lumpy(random: Random): LegitField {
  const rare = 0.01 + 0.02 * random();
  return {
    kind: "rare level",
    value: (won, r) => (won && r() < rare ? "champion" : pick(r, ["a", "a", "b"])),
  };
}

/** Put right in some records after the lead had ended, whichever way. */
function corrected(random: Random): LegitField {
  const value: MakeValue = (_, r) => whole(r, 1, 500);
  return { kind: "corrected", value, later: { when: "after the end", share: 0.25 * random(), value } };
}

/** A phase that moves on while the lead is worked, further for those that will be won. */
function advanced(random: Random): LegitField {
  const share = 0.5 + 0.5 * random();
  const further = 0.3 + 0.3 * random();
  const value: MakeValue = (won, r) =>
    `phase ${Math.min(6, 2 + Math.floor(Math.log(r()) / Math.log(won ? further : 0.3)))}`;
  return { kind: "advanced", value: () => "phase 1", later: { when: "on the way", share, value } };
}

/** d′ of an AUC of .73 to .9. */
function strongDistance(random: Random): number {
  return 0.87 + 0.94 * random();
}

function strongNumber(random: Random): LegitField {
  const distance = strongDistance(random);
  const shape = pick(random, shapes.slice(0, 4));
  return { kind: "strong number", value: (won, r) => shape(normal(r) + (won ? distance : 0)) };
}

function gradedLevels(random: Random): LegitField {
  const distance = strongDistance(random);
  const steps = whole(random, 3, 9);
  return {
    kind: "graded levels",
    value: (won, r) =>
      `grade ${Math.max(0, Math.min(steps - 1, Math.floor(steps / 2 + normal(r) + (won ? distance : 0))))}`,
  };
}

/** As `poutcome` of the bank tables: a fifth of the won leads, a hundredth of the lost. */
function earlierSuccess(random: Random): LegitField {
  const [whenWon, whenLost] = [0.15 + 0.1 * random(), 0.012 + 0.02 * random()];
  return {
    kind: "earlier success",
    value: (won, r) => (r() < (won ? whenWon : whenLost) ? "success" : pick(r, ["none", "none", "failure"])),
  };
}

function zeroInflated(random: Random): LegitField {
  const [whenWon, whenLost] = [0.1 + 0.3 * random(), 0.5 + 0.3 * random()];
  const geometric = (mean: number, r: Random) => 1 + Math.floor(-mean * Math.log(1 - r()));
  return {
    kind: "many zeros",
    value: (won, r) => (r() < (won ? whenWon : whenLost) ? 0 : geometric(won ? 4 : 3, r)),
  };
}

/** ISO 8601 date of a time in milliseconds. */
export function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

import type { FieldValue } from "#core/domain/contact.ts";
import { dateText, type MakeValue, normal, pick, type Random, whole } from "./legit-fields.ts";

const day = 86_400_000;

/** When a leaking value is written down: with all the rest, or when the lead ends. */
export type Written = "with the lead" | "at the end";

/** A field that knows the outcome. */
export interface Leak {
  kind: LeakKind;
  value: MakeValue;
  /** Of a date instead: from the lead's end, in milliseconds. */
  date?: (ended: number, random: Random) => number;
  written: Written;
  /** What the lead had there before its end, when it is overwritten then. */
  before?: (random: Random) => FieldValue;
}

/** All ways in which a field is made to leak. */
export const leakKinds = [
  "copy",
  "function",
  "inverse",
  "shifted number",
  "zero on one side",
  "filled for one side",
  "filled mostly for one side",
  "half of one side",
  "deciding levels",
  "level of half a side",
  "reason texts",
  "date of the outcome",
  "written at the end",
  "changed at the end",
  "only once ended",
  "gappy copy",
  "counted at the contact",
] as const;
export type LeakKind = (typeof leakKinds)[number];

/** Kinds that only a history of changes, dates or open leads gives away. */
export const needsHistory: ReadonlySet<LeakKind> = new Set<LeakKind>([
  "date of the outcome",
  "written at the end",
  "changed at the end",
  "only once ended",
]);

/** Kinds that are to be named, but need not be left out: known a little too late, yet not with the outcome. */
export const onlySuspicious: ReadonlySet<LeakKind> = new Set<LeakKind>(["counted at the contact"]);

/** Makes a leak of that kind with random particulars. */
export function leakOf(kind: LeakKind, random: Random): Leak {
  const written = "with the lead" as const;
  const of = (value: MakeValue): Leak => ({ kind, value, written });
  const side = random() < 0.5;
  /** True for the side that has it; open leads are of neither. */
  const has = (won: boolean | undefined) => won === side;
  const noise = 0.05 * random();
  switch (kind) {
    case "copy":
    case "inverse": {
      const [yes, no] = pick<[FieldValue, FieldValue]>(random, [
        [true, false],
        ["Y", "N"],
        [1, 0],
      ]);
      return of((won, r) => ((won === (kind === "copy")) !== r() < noise ? yes : no));
    }
    case "function":
      return of((won, r) => Math.round(100 * Math.exp((won ? 3 : 0) + 0.4 * normal(r))));
    case "shifted number": {
      const distance = 3 + 2 * random();
      return of((won, r) => normal(r) + (has(won) ? distance : 0));
    }
    case "zero on one side":
      return of((won, r) => (has(won) ? Math.round(500 * Math.exp(normal(r))) : 0));
    case "filled for one side":
      return of((won, r) => (has(won) ? whole(r, 1, 1000) : null));
    case "filled mostly for one side": {
      const [mostly, seldom] = [0.85 + 0.1 * random(), 0.02 + 0.03 * random()];
      return of((won, r) => (r() < (has(won) ? mostly : seldom) ? `value ${whole(r, 1, 30)}` : null));
    }
    case "half of one side": {
      const share = 0.4 + 0.25 * random();
      return of((won, r) => (has(won) && r() < share ? whole(r, 1, 1000) : null));
    }
    case "deciding levels":
      return of((won, r) => `stage ${2 * whole(r, 0, 4) + (has(won) !== r() < 0.6 * noise ? 1 : 0)}`);
    case "level of half a side": {
      const share = 0.4 + 0.25 * random();
      return of((won, r) => (has(won) && r() < share ? "signed" : `phase ${whole(r, 1, 5)}`));
    }
    case "reason texts": {
      const both = random() < 0.5;
      const reasons = whole(random, 30, 150);
      return of((won, r) =>
        !both && !has(won) ? null : `because of ${has(won) ? "price" : "fit"}, case ${whole(r, 1, reasons)}`,
      );
    }
    case "date of the outcome": {
      const late = random() < 0.5 ? 0 : 1 + 20 * random();
      const date = (ended: number, r: Random) => ended + Math.round(late * r()) * day;
      return { kind, value: () => null, date, written: random() < 0.5 ? "at the end" : written };
    }
    case "written at the end": {
      const share = 0.7 + 0.3 * random();
      return {
        kind,
        value: (won, r) => (won !== undefined && r() < share ? whole(r, 1, 5) : null),
        written: "at the end",
      };
    }
    case "changed at the end":
      return {
        kind,
        value: (won, r) => (won === undefined ? "phase 1" : `end ${whole(r, 1, 5)}`),
        before: (r) => `phase ${whole(r, 1, 3)}`,
        written: "at the end",
      };
    case "gappy copy": {
      const gaps = 0.2 + 0.4 * random();
      return of((won, r) => (r() < gaps ? null : (won === true) !== r() < noise ? "A" : "B"));
    }
    case "counted at the contact": {
      // Nobody is won who was not reached, and calls that sell are longer.
      const missed = 0.3 + 0.3 * random();
      const longer = 0.5 + 0.7 * random();
      return of((won, r) =>
        !won && r() < missed ? 0 : Math.round(120 * Math.exp(normal(r) + (won ? longer : 0))),
      );
    }
    case "only once ended": {
      const share = 0.9 + 0.1 * random();
      return of((won, r) => (won !== undefined && r() < share ? whole(r, 1, 99) : null));
    }
  }
}

/** ISO 8601 text of a leak's date. */
export function leakDate(leak: Leak, ended: number, random: Random): string | null {
  return leak.date ? dateText(leak.date(ended, random)) : null;
}

import type { FieldValue } from "#core/domain/contact.ts";
import { stableHash } from "#knowledge/scoring/stable-hash.ts";
import { type Generator, lead, normals, pick } from "./generator.ts";

/** Worlds that the interval has not been fitted to: its coverage there is what can be expected of it elsewhere. */
export const judgingGenerators: readonly Generator[] = [
  {
    name: "hat",
    family: "judging",
    rate: 0.5,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      return lead({ a, b, noise }, -1.2 + 2.2 * Math.exp(-a * a) + 0.5 * b);
    },
  },
  {
    name: "two of three",
    family: "judging",
    rate: 0.5,
    draw: (random) => {
      const [a, b, c, noise] = normals(random, 4);
      const many = [a, b, c].filter((value) => value > 0).length >= 2;
      return lead({ a, b, c, noise }, many ? 1.2 : -1.2);
    },
  },
  {
    name: "towns",
    family: "judging",
    rate: 0.4,
    draw: (random) => {
      const [a] = normals(random, 1);
      const town = `town ${Math.floor(30 * random())}`;
      return lead({ a, town }, -0.5 + 0.6 * a + 2.4 * (stableHash(town) / 2 ** 32 - 0.5));
    },
  },
  {
    name: "money",
    family: "judging",
    rate: 0.35,
    draw: (random) => {
      const [wealth, noise] = normals(random, 2);
      const known = random() < 0.5;
      return lead(
        { value: Math.round(Math.exp(7 + wealth)), known, noise },
        -1.1 + 0.7 * wealth + (known ? 0.9 : 0),
      );
    },
  },
  {
    name: "clear",
    family: "judging",
    rate: 0.4,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      const asked = random() < 0.4;
      return lead({ a, b, asked, noise }, -1.2 + 1.7 * a - 1.1 * b + (asked ? 1.4 : 0));
    },
  },
  {
    name: "faint",
    family: "judging",
    rate: 0.4,
    draw: (random) => {
      const values = normals(random, 6);
      const fields = Object.fromEntries(values.map((value, i) => [`f${i}`, value]));
      return lead(fields, -0.4 + 0.5 * (values[0] ?? 0));
    },
  },
  {
    name: "ticked boxes",
    family: "judging",
    rate: 0.35,
    draw: (random) => {
      const effects = [1.2, -1, 0.8, 0.6, -0.6, 0.4, 0, 0, 0, 0];
      const ticked = effects.map(() => random() < 0.25);
      const fields: Record<string, FieldValue> = Object.fromEntries(ticked.map((on, i) => [`box ${i}`, on]));
      return lead(
        fields,
        effects.reduce((sum, effect, i) => sum + (ticked[i] ? effect : 0), -1.1),
      );
    },
  },
  {
    name: "slopes apart",
    family: "judging",
    rate: 0.4,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      const side = pick(["new", "old"], random);
      return lead({ a, b, side, noise }, -0.5 + (side === "new" ? 1.2 : -0.3) * a + 0.4 * b);
    },
  },
  {
    name: "seldom won",
    family: "judging",
    rate: 0.08,
    draw: (random) => {
      const [a, b] = normals(random, 2);
      const source = pick(["web", "fair", "partner"], random);
      const warm = { web: -0.6, fair: 0, partner: 0.9 }[source] ?? 0;
      return lead({ a, b, source }, -3 + 0.7 * a + warm);
    },
  },
];

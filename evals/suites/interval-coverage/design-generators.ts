import { stableHash } from "#knowledge/scoring/stable-hash.ts";
import { type Generator, lead, normals, pick } from "./generator.ts";

/** The worlds on which the interval was designed: those that a regression follows, those that trees follow, and what real tables suffer from. */
export const designGenerators: readonly Generator[] = [
  {
    name: "linear",
    family: "design",
    rate: 0.4,
    draw: (random) => {
      const [a, b, c, noise] = normals(random, 4);
      const place = pick(["north", "south", "west"], random);
      const logOdds = -0.5 + a - 0.7 * b + 0.4 * c + (place === "west" ? 0.6 : 0);
      return lead({ a, b, c, noise, place }, logOdds);
    },
  },
  {
    name: "weak",
    family: "design",
    rate: 0.4,
    draw: (random) => {
      const [a, b, c, noise] = normals(random, 4);
      return lead({ a, b, c, noise }, -0.4 + 0.3 * a - 0.2 * b + 0.1 * c);
    },
  },
  {
    name: "strong",
    family: "design",
    rate: 0.5,
    draw: (random) => {
      const [a, b, c, noise] = normals(random, 4);
      return lead({ a, b, c, noise }, 2.5 * a - 1.8 * b + 1.2 * c);
    },
  },
  {
    name: "bent",
    family: "design",
    rate: 0.5,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      return lead({ a, b, noise }, 1.2 - 1.2 * a * a + 0.5 * b);
    },
  },
  {
    name: "steps",
    family: "design",
    rate: 0.5,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      const logOdds = -1.2 + (a > 0.3 ? 1.6 : 0) + (b > -0.5 ? 0.9 : 0) + (a > 0.3 && b > 1 ? 0.8 : 0);
      return lead({ a, b, noise }, logOdds);
    },
  },
  {
    name: "interactions",
    family: "design",
    rate: 0.45,
    draw: (random) => {
      const [a, b, c, noise] = normals(random, 4);
      const side = pick(["buyer", "seller"], random);
      return lead({ a, b, c, noise, side }, -0.3 + a * b + (side === "buyer" ? 0.8 : -0.8) * c);
    },
  },
  {
    name: "many levels",
    family: "design",
    rate: 0.45,
    draw: (random) => {
      const [a] = normals(random, 1);
      // The square makes a few levels common and most of them rare.
      const level = `level ${Math.floor(80 * random() ** 2)}`;
      const effect = (stableHash(level) / 2 ** 32 - 0.5) * 3;
      return lead({ a, level }, -0.3 + 0.6 * a + effect);
    },
  },
  {
    name: "rare",
    family: "design",
    rate: 0.03,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      return lead({ a, b, noise }, -4.1 + 0.9 * a + 0.6 * b);
    },
  },
  {
    name: "mostly missing",
    family: "design",
    rate: 0.4,
    draw: (random) => {
      const values = normals(random, 5).map((value) => (random() < 0.8 ? null : value));
      const fields = Object.fromEntries(values.map((value, i) => [`f${i}`, value]));
      // An unknown value has a part of its own, so that the chance depends on nothing that is hidden.
      const parts = values.map((value, i) => (value === null ? -0.1 : (1.2 - 0.25 * i) * value + 0.2));
      return lead(
        fields,
        parts.reduce((sum, part) => sum + part, -0.1),
      );
    },
  },
];

import type { FieldValue } from "#core/domain/contact.ts";
import { type Generator, lead, normals, pick } from "./generator.ts";

/** More worlds of the design, milder and more like the tables that people have. */
export const mixedGenerators: readonly Generator[] = [
  {
    name: "saturating",
    family: "design",
    rate: 0.35,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      return lead({ a, b, noise }, -0.8 + 2 * Math.tanh(a) - Math.tanh(2 * b));
    },
  },
  {
    name: "waves",
    family: "design",
    rate: 0.5,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      return lead({ a, b, noise }, 1.3 * Math.sin(2 * a) + 0.6 * b);
    },
  },
  {
    name: "alike fields",
    family: "design",
    rate: 0.35,
    draw: (random) => {
      const [common, ...own] = normals(random, 7);
      const values = own.map((value) => 0.8 * (common ?? 0) + 0.6 * value);
      const [a = 0, b = 0, c = 0] = values;
      const fields = Object.fromEntries(values.map((value, i) => [`f${i}`, value]));
      return lead(fields, -0.7 + 0.7 * a + 0.4 * b - 0.5 * c);
    },
  },
  {
    name: "counts",
    family: "design",
    rate: 0.35,
    draw: (random) => {
      const visits = Math.floor(-4 * Math.log(1 - random()));
      const days = Math.floor(90 * random());
      return lead(
        { visits, days, code: Math.floor(9 * random()) },
        -1 + 0.9 * Math.log1p(visits) - 0.02 * days,
      );
    },
  },
  {
    name: "crowded",
    family: "design",
    rate: 0.4,
    draw: (random) => {
      const values = normals(random, 18);
      const [a = 0, b = 0, c = 0] = values;
      const fields = Object.fromEntries(values.map((value, i) => [`f${i}`, value]));
      return lead(fields, -0.5 + 0.9 * a - 0.7 * b + 0.4 * c);
    },
  },
  {
    name: "business",
    family: "design",
    rate: 0.25,
    draw: (random) => {
      const budget = random() < 0.3 ? null : Math.round(Math.exp(8 + 1.2 * normals(random, 1)[0]));
      const sector = pick(["retail", "health", "energy", "media", "public", "food"], random);
      const source = pick(["web", "fair", "partner", "cold"], random);
      const demo = random() < 0.3;
      const rich = budget === null ? -0.2 : 0.5 * (Math.log(budget) - 8);
      const warm = { web: 0, fair: 0.3, partner: 0.9, cold: -0.8 }[source] ?? 0;
      const fits = sector === "health" || sector === "energy" ? 0.7 : 0;
      return lead({ budget, sector, source, demo }, -1.8 + rich + warm + fits + (demo ? 1 : 0));
    },
  },
  {
    name: "words only",
    family: "design",
    rate: 0.45,
    draw: (random) => {
      const fields: Record<string, FieldValue> = {
        region: pick(["n", "e", "s", "w", "x"], random),
        size: pick(["small", "middle", "large"], random),
        job: pick(["owner", "buyer", "engineer", "other"], random),
      };
      const near = fields.region === "n" || fields.region === "e" ? 0.7 : -0.4;
      const big = { small: -0.7, middle: 0, large: 0.6 }[String(fields.size)] ?? 0;
      const both = fields.job === "owner" && fields.size === "small" ? 1.5 : 0;
      return lead(fields, -0.3 + near + big + both);
    },
  },
  {
    name: "one corner",
    family: "design",
    rate: 0.35,
    draw: (random) => {
      const [a, b, c, noise] = normals(random, 4);
      return lead({ a, b, c, noise }, -1.2 + (a > 0 && b > 0 ? 2 : 0) + 0.4 * c);
    },
  },
  {
    name: "gentle",
    family: "design",
    rate: 0.4,
    draw: (random) => {
      const values = normals(random, 6);
      const fields = Object.fromEntries(values.map((value, i) => [`f${i}`, value]));
      return lead(fields, -0.4 + 0.2 * values.reduce((sum, value) => sum + value, 0));
    },
  },
  {
    name: "uncommon",
    family: "design",
    rate: 0.12,
    draw: (random) => {
      const [a, b, noise] = normals(random, 3);
      return lead({ a, b, noise }, -2.5 + 0.8 * a + 0.5 * Math.max(0, b));
    },
  },
];

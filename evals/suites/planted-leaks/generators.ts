import type { FieldValue } from "#core/domain/contact.ts";
import { extractFeatures } from "#knowledge/scoring/features/extract-features.ts";
import { type FeatureRow, fieldFeature } from "#knowledge/scoring/features/feature.ts";
import { type FieldHistory, fieldHistoryOf } from "#knowledge/scoring/honesty/field-history.ts";
import type { LeadRecord } from "#knowledge/scoring/snapshots/load-snapshots.ts";
import { randomNumbers } from "#knowledge/scoring/training/synthetic-leads.ts";
import { trainingLeads } from "#knowledge/scoring/training/training-leads.ts";
import { type Leak, type LeakKind, leakDate, leakKinds, leakOf, needsHistory } from "./leaks.ts";
import { type LegitField, pick, plainField, type Random, strongField, whole } from "./legit-fields.ts";

/** A made-up table as training meets it, and what is wrong with it. */
export interface PlantedTable {
  rows: FeatureRow[];
  labels: Uint8Array;
  history: FieldHistory;
  /** Kind of leak by feature name. */
  planted: ReadonlyMap<string, LeakKind>;
  /** Kind of every other field. */
  legit: ReadonlyMap<string, string>;
  description: string;
}

const day = 86_400_000;
const now = new Date("2026-06-01T00:00:00Z");

interface Plan {
  leads: number;
  baseRate: number;
  /** Whether values are stamped with the day they came. */
  dated: boolean;
  legit: ReadonlyMap<string, LegitField & { missing: number }>;
  leaks: ReadonlyMap<string, Leak>;
}

/**
 * One of endlessly many tables: 60 to 20,000 ended leads of which 5 to 60 % won (at least 20 of each), a quarter as many
 * open ones, four to 25 honest fields under random names, and up to three leaks.
 */
export function plantedTable(seed: number): PlantedTable {
  const random = randomNumbers(seed);
  const plan = planOf(random);
  const records = Array.from({ length: Math.round(1.25 * plan.leads) }, (_, i) => recordOf(plan, i, random));
  const leads = trainingLeads(records, now);
  const wanted = new Set(["lead_age_days"]);
  return {
    rows: leads.map(({ snapshot }) => extractFeatures(snapshot, wanted)),
    labels: Uint8Array.from(leads, ({ result }) => (result === "won" ? 1 : 0)),
    history: fieldHistoryOf(records),
    planted: new Map([...plan.leaks].map(([name, { kind }]) => [fieldFeature(name), kind])),
    legit: new Map([...plan.legit].map(([name, { kind }]) => [fieldFeature(name), kind])),
    description: `${plan.leads} leads, ${(100 * plan.baseRate).toFixed(0)} % won, ${plan.dated ? "dated" : "undated"}`,
  };
}

function planOf(random: Random): Plan {
  const leads = Math.round(60 * (20_000 / 60) ** random());
  const least = Math.max(0.05, 24 / leads);
  const baseRate = least + (Math.max(0.6, least) - least) * random();
  const dated = random() < 0.5;
  const legit = new Map<string, LegitField & { missing: number }>();
  const strong = pick(random, [0, 0, 1, 1, 2]);
  for (let f = whole(random, 4, 25); f > 0; f--) {
    const missing = random() < 0.5 ? 0 : 0.5 * random();
    legit.set(nameOf(random), { ...(f <= strong ? strongField(random) : plainField(random)), missing });
  }
  const leaks = new Map<string, Leak>();
  for (let l = whole(random, 0, 3); l > 0; l--)
    leaks.set(nameOf(random), leakOf(kindOf(random, dated), random));
  return { leads, baseRate, dated, legit, leaks };
}

function kindOf(random: Random, dated: boolean): LeakKind {
  const undated: readonly LeakKind[] = ["date of the outcome", "only once ended"];
  return pick(
    random,
    leakKinds.filter((kind) => dated || !needsHistory.has(kind) || undated.includes(kind)),
  );
}

function recordOf(plan: Plan, i: number, random: Random): LeadRecord {
  const open = i >= plan.leads;
  const won = open ? undefined : random() < plan.baseRate;
  const began = now.getTime() - whole(random, 120, 900) * day;
  const ended = began + whole(random, 3, 90) * day + whole(random, 0, 23) * 3_600_000;
  const { first, onTheWay, last, afterwards } = fieldsOf(plan, { won, ended }, random);
  const changes = [
    { at: began, fields: first },
    { at: began + random() * (ended - began), fields: onTheWay },
    ...(open ? [] : [{ at: ended, fields: last }]),
    { at: ended + 40 * day, fields: afterwards },
  ]
    .filter(({ fields }) => Object.keys(fields).length > 0)
    .map(({ at, fields }) => ({ from: plan.dated ? new Date(at) : null, fields }));
  return {
    contactId: `c${i}`,
    externalId: `lead-${i}`,
    email: null,
    version: "1",
    createdAt: plan.dated ? new Date(began) : null,
    changes,
    interactions: [],
    outcome: won === undefined ? null : { result: won ? "won" : "lost", at: new Date(ended) },
  };
}

type Fields = Record<string, FieldValue>;

/** What was written when. */
interface Written {
  first: Fields;
  onTheWay: Fields;
  last: Fields;
  afterwards: Fields;
}

function fieldsOf(
  plan: Plan,
  { won, ended }: { won: boolean | undefined; ended: number },
  random: Random,
): Written {
  const written: Written = { first: {}, onTheWay: {}, last: {}, afterwards: {} };
  // An open lead's honest fields are those of a lead that will end one way or the other.
  const end = won ?? random() < plan.baseRate;
  for (const [name, field] of plan.legit) {
    written.first[name] = random() < field.missing ? null : field.value(end, random);
    if (!field.later || written.first[name] === null || random() >= field.later.share) continue;
    const part = field.later.when === "on the way" ? written.onTheWay : written.afterwards;
    part[name] = field.later.value(end, random);
  }
  for (const [name, leak] of plan.leaks) {
    const value = leak.value(won, random) ?? (won === undefined ? null : leakDate(leak, ended, random));
    if (leak.written === "at the end" && won !== undefined) {
      written.first[name] = leak.before?.(random) ?? null;
      written.last[name] = value;
    } else written.first[name] = value;
  }
  return written;
}

function nameOf(random: Random): string {
  const syllables = ["ka", "ro", "mi", "tel", "su", "pon", "dar", "ve", "ni", "lo", "bru", "shi"];
  return Array.from({ length: 4 }, () => pick(random, syllables)).join("");
}

import type { FieldValue } from "#core/domain/contact.ts";
import { extractFeatures } from "#knowledge/scoring/features/extract-features.ts";
import type { FeatureRow } from "#knowledge/scoring/features/feature.ts";
import type { SnapshotInteraction } from "#knowledge/scoring/snapshots/snapshot.ts";
import { randomNumbers, snapshotOf, touch } from "#knowledge/scoring/training/synthetic-leads.ts";

/** What made a lead's true chance, on scales of its own. */
interface Nature {
  /** Logarithm of a budget, standardised. */
  budget: number;
  /** People, standardised logarithm. */
  size: number;
  industry: "retail" | "health" | "energy" | "media";
  referred: boolean;
  /** Replies so far, 0–6. */
  replies: number;
  /** Since the last reply, 0–60; of no meaning without one. */
  quietDays: number;
  meetings: number;
  /** Days that the team took to answer, about 0–4. */
  slowness: number;
}

/** How leads of one kind of business come to be won: true log-odds. */
export interface Business {
  name: string;
  /** What about it is hard or easy. */
  means: string;
  logOdds(nature: Nature): number;
}

const fields = ({ budget, industry, referred }: Nature) =>
  0.9 * budget + (industry === "energy" ? 0.9 : industry === "media" ? -0.5 : 0) + (referred ? 0.8 : 0);

/** Interest shown, about −1 … 2.5; in other proportions than the scorecard's. */
const interest = ({ replies, quietDays, meetings }: Nature) =>
  (replies === 0 ? -0.9 : 0.25 * replies - 0.02 * quietDays) + 0.7 * meetings;

/** Made-up businesses whose true chances are known. */
export const businesses: readonly Business[] = [
  {
    name: "linear",
    means: "fields and engagement add up",
    logOdds: (n) => -1 + fields(n) + 0.7 * interest(n),
  },
  {
    name: "bent",
    means: "middling budgets buy, small and large ones do not",
    logOdds: (n) => 0.2 - 1.1 * n.budget ** 2 + (n.referred ? 0.8 : 0) + 0.5 * interest(n),
  },
  { name: "weak", means: "a third of linear", logOdds: (n) => -1 + (fields(n) + 0.7 * interest(n)) / 3 },
  {
    name: "engagement",
    means: "engagement alone decides, as the scorecard has it",
    logOdds: (n) => -1 + 1.3 * interest(n) - 0.3 * n.slowness,
  },
  {
    name: "contradicting",
    means: "the more engagement, the less is bought",
    logOdds: (n) => -0.6 - 1.3 * interest(n) + 0.3 * n.slowness,
  },
  {
    name: "fields only",
    means: "engagement is noise",
    logOdds: (n) => -0.8 + 1.2 * fields(n),
  },
  {
    name: "interaction",
    means: "budget counts for some industries only, and engagement for the referred",
    logOdds: (n) =>
      -0.8 +
      (n.industry === "energy" || n.industry === "health" ? 1.6 : -0.6) * n.budget +
      (n.referred ? 1 : 0.1) * interest(n),
  },
];

/** A made-up lead as a model sees it, its true chance, and what happened. */
export interface MadeLead {
  row: FeatureRow;
  /** 0–1. */
  chance: number;
  won: boolean;
}

/** Makes one lead of a business after the other; the seed fixes them all. */
export function leadMaker({ logOdds }: Business, seed: number): () => MadeLead {
  const random = randomNumbers(seed);
  return () => {
    const nature = drawNature(random);
    const chance = 1 / (1 + Math.exp(-logOdds(nature)));
    return { row: rowOf(nature, random), chance, won: random() < chance };
  };
}

function drawNature(random: () => number): Nature {
  const replies = random() < 0.3 ? 0 : Math.floor(7 * random() ** 1.5);
  return {
    budget: normal(random),
    size: normal(random),
    industry: (["retail", "health", "energy", "media"] as const)[Math.floor(4 * random())] ?? "media",
    referred: random() < 0.25,
    replies,
    quietDays: 60 * random() ** 2,
    meetings: replies > 1 && random() < 0.35 ? 1 + Math.floor(2 * random()) : 0,
    slowness: 4 * random() ** 2,
  };
}

/** The lead's features: its interactions show engagement only roughly, and half of its fields are noise. */
function rowOf(nature: Nature, random: () => number): FeatureRow {
  const known: Record<string, FieldValue> = {
    budget: random() < 0.1 ? null : Math.round(Math.exp(9 + nature.budget)),
    people: Math.round(Math.exp(4 + nature.size)),
    industry: nature.industry,
    referred: nature.referred,
    region: `region ${Math.floor(6 * random())}`,
    newsletter: random() < 0.5,
    weekday: Math.floor(7 * random()),
    visits: Math.floor(10 * random() ** 2),
  };
  return extractFeatures(snapshotOf({ fields: known, interactions: history(nature, random) }));
}

function history(
  { replies, quietDays, meetings, slowness }: Nature,
  random: () => number,
): SnapshotInteraction[] {
  const found: SnapshotInteraction[] = [];
  const email = { channel: "EMAIL", type: "EMAIL" } as const;
  const add = (daysAgo: number, more: Partial<SnapshotInteraction>) =>
    found.push(touch(`i${found.length}`, daysAgo, more));
  const waits = replies === 0 ? Math.floor(4 * random()) : Math.floor(3 * random());
  for (let k = 0; k < waits; k++) add(quietDays * random(), { ...email, direction: "OUTBOUND" });
  let daysAgo = quietDays + 0.1;
  for (let k = 0; k < replies; k++) {
    add(daysAgo, { ...email, direction: "INBOUND", textLength: Math.floor(400 * random()) });
    add(daysAgo + 0.05 + 2 * random(), { ...email, direction: "OUTBOUND" });
    daysAgo += 0.1 + 2 * random() + slowness * (0.5 + random());
    if (k < meetings) add(daysAgo + random(), { type: "MEETING", channel: "IN_PERSON" });
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Standard normal (Box & Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

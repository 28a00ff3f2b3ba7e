import { auc } from "#knowledge/scoring/evaluate/auc.ts";
import type { TrainingTable } from "#knowledge/scoring/models/learner.ts";
import { softplus } from "#knowledge/scoring/models/moments.ts";
import { priorModel } from "#knowledge/scoring/models/prior.ts";
import type { ScoringModel } from "#knowledge/scoring/models/scoring-model.ts";
import { learnLogistic, logisticLearner } from "#knowledge/scoring/models/train-logistic.ts";
import { type Business, businesses, leadMaker, type MadeLead } from "./generators.ts";

/** How many outcomes are known: so many of each, or so many as they come. */
export const sizes = ["20+20", "40+40", "100", "200", "1000"] as const;
export type Size = (typeof sizes)[number];

/** How well one way of learning does, on average over seeds. */
export interface FewLabels {
  business: string;
  size: Size;
  way: string;
  /** Mean area under the ROC curve on leads that were not learned from. */
  auc: number;
  /** Its standard error over the seeds. */
  aucError: number;
  /** What the true chances themselves reach on the same leads. */
  ceiling: number;
  /** Mean log loss in nats above that of the true chances; of no meaning for the scorecard, whose base rate is assumed. */
  excessLoss: number;
}

/** A way to learn; compared with others on the same leads. */
export type Way = (table: TrainingTable) => Promise<ScoringModel>;

const alone = logisticLearner(null);

/** The scorecard that needs no outcomes, the regression without it, and the regression that departs from it. */
export const ways: Readonly<Record<string, Way>> = {
  scorecard: async () => priorModel(0.15),
  "regression alone": async (table) => (await alone(table, async () => {})).model,
  "both together": async (table) => (await learnLogistic(table, async () => {})).model,
};

/**
 * Learns from few leads of made-up businesses and judges by 3,000 others, whose true chances are known.
 * @param seeds samples of training leads for each size; a tenth as many, at least two, of 1,000.
 */
export async function measureFewLabels({
  seeds,
  wanted = sizes,
  compared = ways,
}: {
  seeds: number;
  wanted?: readonly Size[];
  compared?: Readonly<Record<string, Way>>;
}): Promise<FewLabels[]> {
  const found: FewLabels[] = [];
  for (const business of businesses) {
    const unseen = someLeads(business, 1, 3000);
    for (const size of wanted) {
      const samples = size === "1000" ? Math.max(2, Math.ceil(seeds / 10)) : seeds;
      const tables = Array.from({ length: samples }, (_, seed) => tableOf(business, size, 1000 + seed));
      for (const [way, learn] of Object.entries(compared)) {
        const models: ScoringModel[] = [];
        for (const table of tables) models.push(await learn(table));
        found.push({ business: business.name, size, way, ...judge(models, unseen) });
      }
    }
  }
  return found;
}

function tableOf(business: Business, size: Size, seed: number): TrainingTable {
  const [won = 0, lost] = size.split("+").map(Number);
  const leads = lost === undefined ? someLeads(business, seed, won) : balanced(business, seed, won);
  const labels = Uint8Array.from(leads, (lead) => (lead.won ? 1 : 0));
  return { rows: leads.map(({ row }) => row), labels, fold: deal(labels, leads.length < 1000 ? 10 : 5) };
}

/** Every fold gets its share of both outcomes. */
function deal(labels: Uint8Array, folds: number): Uint8Array {
  const dealt = [0, 0];
  return labels.map((y) => {
    const turn = dealt[y] ?? 0;
    dealt[y] = turn + 1;
    return turn % folds;
  });
}

function balanced(business: Business, seed: number, each: number): MadeLead[] {
  const groups = { won: [] as MadeLead[], lost: [] as MadeLead[] };
  const next = leadMaker(business, seed);
  while (groups.won.length < each || groups.lost.length < each) {
    const lead = next();
    const group = lead.won ? groups.won : groups.lost;
    if (group.length < each) group.push(lead);
  }
  return [...groups.won, ...groups.lost];
}

function someLeads(business: Business, seed: number, count: number): MadeLead[] {
  const next = leadMaker(business, seed);
  return Array.from({ length: count }, next);
}

function judge(models: readonly ScoringModel[], unseen: readonly MadeLead[]) {
  const labels = Uint8Array.from(unseen, ({ won }) => (won ? 1 : 0));
  const scored = models.map((model) => Float64Array.from(unseen, ({ row }) => model.predict(row).logOdds));
  const areas = scored.map((scores) => auc({ scores, labels }));
  const mean = average(areas);
  const spread = Math.sqrt(average(areas.map((area) => (area - mean) ** 2)));
  return {
    auc: mean,
    aucError: spread / Math.sqrt(Math.max(1, areas.length - 1)),
    ceiling: auc({ scores: Float64Array.from(unseen, ({ chance }) => chance), labels }),
    excessLoss: average(scored.map((logOdds) => excess(logOdds, unseen))),
  };
}

/** Kullback & Leibler's divergence of the scores from the true chances. */
function excess(logOdds: Float64Array, unseen: readonly MadeLead[]): number {
  let sum = 0;
  unseen.forEach(({ chance }, i) => {
    const z = logOdds[i] as number;
    const entropy = -chance * Math.log(chance) - (1 - chance) * Math.log(1 - chance);
    sum += softplus(z) - chance * z - entropy;
  });
  return sum / unseen.length;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
}

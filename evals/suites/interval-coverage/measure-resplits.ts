import { calibrate } from "#knowledge/scoring/certainty/calibration.ts";
import { halfWidth } from "#knowledge/scoring/certainty/interval.ts";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { loadLeadModel } from "#knowledge/scoring/lead-model.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";
import { trainLeadModel } from "#knowledge/scoring/training/train.ts";
import { moment } from "../../lead-of.ts";
import { shuffled } from "../../shuffled.ts";
import { type Share, shareInside } from "./coverage.ts";

export interface ResplitQuestion {
  /** Of a real table: nobody knows their true chances. */
  leads: readonly LabelledLead[];
  resplits: number;
  /** Leads in each of the two halves, and leads asked about; none stands in two of the three. */
  half: number;
  asked: number;
}

/** What stands in for coverage where true chances are unknown. */
export interface Resplits {
  /** Of leads on which two models of disjoint halves differ by no more than 1.645 √(s₁² + s₂²), s of the whole intervals. */
  whole: Share;
  /** The same with s of the part that chance makes: what both halves get wrong alike cancels out of their difference. */
  chance: Share;
  /** Of leads whose score by a model of many other leads lies within the interval of a half's, as if it were the truth. */
  reference: Share | null;
}

/**
 * Two models of disjoint halves are asked about the same leads; if their intervals are honest, whole ones hold more than
 * 90 % of the differences, their chance parts 90 %.
 * @param reference leads that a third model learns from, to stand for the truth; 0 leaves it out.
 */
export async function compareResplits(question: ResplitQuestion, reference = 0): Promise<Resplits> {
  const { leads, resplits, half, asked } = question;
  const draws = { whole: [] as number[], chance: [] as number[], reference: [] as number[] };
  for (let resplit = 0; resplit < resplits; resplit++) {
    const mixed = shuffled(leads, seededRandom(resplit + 1));
    const first = await modelOf(mixed.slice(0, half), resplit);
    const second = await modelOf(mixed.slice(half, 2 * half), resplit);
    const test = mixed.slice(2 * half, 2 * half + asked);
    const pairs = test.map(({ snapshot }) => [first(snapshot), second(snapshot)] as const);
    const agree = (part: "whole" | "chance") =>
      share(pairs, ([a, b]) => Math.abs(a.centre - b.centre) <= Math.hypot(a[part], b[part]));
    draws.whole.push(agree("whole"));
    draws.chance.push(agree("chance"));
    if (reference === 0) continue;
    const truth = await modelOf(mixed.slice(2 * half + asked).slice(0, reference), resplit);
    const centres = test.map(({ snapshot }) => truth(snapshot).centre);
    draws.reference.push(share(pairs, ([a], i) => Math.abs(a.centre - (centres[i] ?? 0)) <= a.whole));
  }
  const [whole, chance] = [shareInside({ draws: draws.whole }), shareInside({ draws: draws.chance })];
  return { whole, chance, reference: reference > 0 ? shareInside({ draws: draws.reference }) : null };
}

/** A score in log-odds, half its 90 % interval there, and that half's part that chance makes. */
interface Answer {
  centre: number;
  whole: number;
  chance: number;
}

async function modelOf(leads: readonly LabelledLead[], seed: number) {
  const { artifact } = await trainLeadModel(leads, { trainedAt: moment, seed });
  const model = loadLeadModel(JSON.parse(JSON.stringify(artifact)));
  const { calibration, widening } = model.artifact;
  return (snapshot: LabelledLead["snapshot"]): Answer => {
    const said = model.scorer.predict(model.features(snapshot), false);
    return {
      centre: calibrate(calibration, said.logOdds),
      whole: halfWidth(calibration, said, widening),
      chance: halfWidth(calibration, said, { factor: widening.spread, missed: 0 }),
    };
  };
}

function share<T>(all: readonly T[], holds: (one: T, i: number) => boolean): number {
  return all.filter(holds).length / all.length;
}

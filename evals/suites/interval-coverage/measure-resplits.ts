import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { loadLeadModel } from "#knowledge/scoring/lead-model.ts";
import { logit } from "#knowledge/scoring/models/moments.ts";
import { scoreSnapshot } from "#knowledge/scoring/score.ts";
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

/**
 * Stands in for coverage where true chances are unknown: two models of disjoint halves are asked about the same leads. If
 * their intervals are honest, the log-odds differ by no more than 1.645 √(s₁² + s₂²) in 90 % of cases, where s is an
 * interval's half width in log-odds over 1.645. What both halves get wrong alike, it does not see.
 */
export async function measureResplits({ leads, resplits, half, asked }: ResplitQuestion): Promise<Share> {
  const draws: number[] = [];
  for (let resplit = 0; resplit < resplits; resplit++) {
    const mixed = shuffled(leads, seededRandom(resplit + 1));
    const first = await modelOf(mixed.slice(0, half), resplit);
    const second = await modelOf(mixed.slice(half, 2 * half), resplit);
    const test = mixed.slice(2 * half, 2 * half + asked);
    const inside = test.filter(({ snapshot }) => {
      const [one, other] = [centreOf(first, snapshot), centreOf(second, snapshot)];
      return Math.abs(one.centre - other.centre) <= Math.hypot(one.half, other.half);
    });
    draws.push(inside.length / test.length);
  }
  return shareInside({ draws });
}

type Model = ReturnType<typeof loadLeadModel>;

async function modelOf(leads: readonly LabelledLead[], seed: number): Promise<Model> {
  const { artifact } = await trainLeadModel(leads, { trainedAt: moment, seed });
  return loadLeadModel(JSON.parse(JSON.stringify(artifact)));
}

/** A score in log-odds, and half its 90 % interval there: 1.645 s. */
function centreOf(model: Model, snapshot: LabelledLead["snapshot"]): { centre: number; half: number } {
  const { probability, low, high } = scoreSnapshot(model, snapshot);
  return { centre: logit(probability), half: (logit(high) - logit(low)) / 2 };
}

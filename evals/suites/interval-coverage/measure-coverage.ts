import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { loadLeadModel } from "#knowledge/scoring/lead-model.ts";
import { scoreSnapshot } from "#knowledge/scoring/score.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";
import { stableHash } from "#knowledge/scoring/stable-hash.ts";
import { fewestOutcomes, trainLeadModel } from "#knowledge/scoring/training/train.ts";
import { leadOf, moment } from "../../lead-of.ts";
import type { Coverage } from "./coverage.ts";
import type { Generator, KnownLead } from "./generator.ts";

export interface CoverageQuestion {
  generator: Generator;
  /** To train on. */
  leads: number;
  /** Training tables drawn, 0 … seeds − 1; the same seeds give the same tables. */
  seeds: number;
  /** Leads that each model is asked about. */
  fresh?: number;
}

/** Share of fresh leads whose true chance lies within the 90 % interval of their score, over several training tables. */
export async function measureCoverage(question: CoverageQuestion): Promise<Coverage> {
  const { generator, leads, seeds, fresh = 500 } = question;
  const draws: number[] = [];
  const widths: number[] = [];
  const kinds: Record<string, number> = {};
  for (let seed = 0; seed < seeds; seed++) {
    const random = seededRandom(stableHash(`${generator.name}/${leads}`, seed));
    const { artifact } = await trainLeadModel(trainingTable(generator, leads, random), {
      trainedAt: moment,
      seed,
    });
    const model = loadLeadModel(JSON.parse(JSON.stringify(artifact)));
    let inside = 0;
    for (let i = 0; i < fresh; i++) {
      const known = generator.draw(random);
      const { low, high } = scoreSnapshot(model, toLead(known, `fresh ${i}`, 0).snapshot);
      if (low <= known.chance && known.chance <= high) inside++;
      widths.push(high - low);
    }
    draws.push(inside / fresh);
    kinds[artifact.kind] = (kinds[artifact.kind] ?? 0) + 1;
  }
  const width = widths.reduce((sum, w) => sum + w, 0) / widths.length;
  const { name: shape, family } = generator;
  return { shape, family, leads, draws, width, kinds };
}

/** Whether tables of this size have enough won and lost leads to train on, nearly always. */
export function isTrainable({ rate }: Generator, leads: number): boolean {
  return leads * Math.min(rate, 1 - rate) >= fewestOutcomes;
}

/** Drawn until both outcomes suffice, so that a small table is not answered by the prior, which knows no fields. */
function trainingTable(generator: Generator, leads: number, random: () => number): LabelledLead[] {
  for (;;) {
    const table = Array.from({ length: leads }, (_, i) =>
      toLead(generator.draw(random), `lead ${i}`, random()),
    );
    const won = table.filter(({ result }) => result === "won").length;
    if (Math.min(won, leads - won) >= fewestOutcomes) return table;
  }
}

function toLead({ fields, chance }: KnownLead, key: string, luck: number): LabelledLead {
  return leadOf({ key, fields, won: luck < chance });
}

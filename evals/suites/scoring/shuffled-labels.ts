import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";
import { trainLeadModel } from "#knowledge/scoring/training/train.ts";
import { moment } from "../../lead-of.ts";
import { shuffled } from "../../shuffled.ts";
import { findingsOf } from "./findings.ts";

/** What became of tables whose outcomes were dealt out anew, so that nothing can be learned. */
export interface ShuffledResult {
  shuffles: number;
  /** Shuffles after which the report said that the data cannot tell leads apart. */
  noSignal: number;
}

/** Shuffles the outcomes of so many leads of a real table, trains, and counts the verdict that there is no signal. */
export async function measureShuffled(
  leads: readonly LabelledLead[],
  { sizes }: { sizes: readonly number[] },
): Promise<ShuffledResult> {
  let noSignal = 0;
  for (const [shuffle, size] of sizes.entries()) {
    const random = seededRandom(shuffle + 1);
    const drawn = shuffled(leads, random).slice(0, size);
    const results = shuffled(
      drawn.map(({ result }) => result),
      random,
    );
    const dealt = drawn.map((lead, i) => ({ ...lead, result: results[i] ?? lead.result }));
    const { report } = await trainLeadModel(dealt, { trainedAt: moment, seed: shuffle });
    if (findingsOf(report).signal?.found === false) noSignal++;
  }
  return { shuffles: sizes.length, noSignal };
}

import { withEmbedded } from "../../product/with-embedded.ts";
import { atMost, type Figure } from "../../report/figure-table.ts";
import { analyzedSample } from "./analyzed-sample.ts";
import { type Association, associations } from "./associations.ts";
import { bpiStages } from "./bpi-stages.ts";
import { differences } from "./differences.ts";
import { importBpi, productJourneys } from "./product-journeys.ts";
import { type ReferenceJourney, referenceJourneys } from "./reference.ts";

/** What was found on bpi2012. */
export interface JourneyResults {
  figures: Figure[];
  /** By stage, from the reference. */
  stages: { name: string; cases: number; medianDays: number | null; comingBack: number; back: number }[];
  associations: Association[];
  /** The first differing cases, with what differs. */
  differing: string[];
}

const shown = 10;

/**
 * Imports bpi2012 by the command line and holds each case's journey against a reference computed from the file by other code.
 * @throws AppError NOT_FOUND where the data are absent
 */
export async function measureJourneys(): Promise<JourneyResults> {
  const labels = bpiStages.map(
    ({ name, reached_by }) => [name, reached_by.flatMap(({ activity }) => activity)] as const,
  );
  const asOf = new Date();
  const reference = referenceJourneys(labels, asOf.getTime());
  return withEmbedded(async (embedded) => {
    const started = performance.now();
    const principal = await importBpi(embedded);
    const imported = performance.now();
    const journeys = await productJourneys(embedded, principal, asOf);
    const read = performance.now();
    const differing = reference.flatMap((one) => {
      const found = differences(one, journeys.get(one.caseId));
      return found.length > 0 ? [`${one.caseId}: ${found.join("; ")}`] : [];
    });
    const sample = await analyzedSample(embedded, { principal, reference, asOf });
    return {
      figures: [
        {
          name: `cases of ${count(reference.length)} without a journey, or journeys without a case`,
          value:
            reference.filter(({ caseId }) => !journeys.has(caseId)).length +
            Math.max(0, journeys.size - reference.length),
          unit: "",
          target: atMost(0),
        },
        { name: "cases whose journey differs", value: differing.length, unit: "", target: atMost(0) },
        {
          name: "cases asked of the tool that differ",
          value: sample.differing.length,
          unit: `of ${sample.asked}`,
          target: atMost(0),
        },
        { name: "the tool's answer, p50", value: sample.p50, unit: "ms", target: atMost(100) },
        {
          name: `cases with rework, ${count(sum(reference.map(backOf)))} times in all`,
          value: share(reference),
          unit: "%",
        },
        { name: "import by the command line", value: (imported - started) / 1000, unit: "s" },
        { name: "reading every journey", value: (read - imported) / 1000, unit: "s" },
      ],
      stages: labels.map(([name]) => stageOf(name, reference)),
      associations: associations(),
      differing: [...differing, ...sample.differing].slice(0, shown),
    };
  });
}

function stageOf(name: string, reference: readonly ReferenceJourney[]): JourneyResults["stages"][number] {
  const there = reference.flatMap(({ stages }) => stages[name] ?? []);
  const times = there.flatMap(({ dwell }) => dwell ?? []).sort((a, b) => a - b);
  const middle = times[times.length >> 1];
  return {
    name,
    cases: there.length,
    medianDays: middle === undefined ? null : middle / 86_400_000,
    comingBack: there.filter(({ back }) => back > 0).length,
    back: sum(there.map(({ back }) => back)),
  };
}

function backOf({ stages }: ReferenceJourney): number {
  return sum(Object.values(stages).map(({ back }) => back));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function share(reference: readonly ReferenceJourney[]): number {
  return (100 * reference.filter((one) => backOf(one) > 0).length) / reference.length;
}

/** A figure table shows four digits. */
function count(n: number): string {
  return n.toLocaleString("en-US");
}

import { AppError } from "#core/errors.ts";
import { type Dataset, datasets, loadTable } from "../../datasets.ts";
import type { ScoringCase } from "./scored-table.ts";

interface Wanted {
  dataset: Dataset;
  /** What the table's name is followed by. */
  variant: string;
  leaks: boolean;
  reference?: ScoringCase["reference"];
}

/** Figures of scikit-learn 1.2.1, HistGradientBoosting (rate .05, 15 leaves, up to 400 rounds chosen on the valid rows). */
const wanted: readonly Wanted[] = [
  {
    dataset: datasets.bank_additional,
    variant: "with duration",
    leaks: true,
    reference: { auc: 0.951, logLoss: 0.175 },
  },
  {
    dataset: datasets.bank_additional,
    variant: "without duration",
    leaks: false,
    reference: { auc: 0.796, logLoss: 0.281 },
  },
  {
    dataset: datasets.bank_full,
    variant: "with duration",
    leaks: true,
    reference: { auc: 0.935, logLoss: 0.192 },
  },
  {
    dataset: datasets.bank_full,
    variant: "without duration",
    leaks: false,
    reference: { auc: 0.818, logLoss: 0.267 },
  },
  { dataset: datasets.maven_crm, variant: "with leaks", leaks: true },
  {
    dataset: datasets.maven_crm,
    variant: "without leaks",
    leaks: false,
    reference: { auc: 0.515, logLoss: 0.651 },
  },
];

/** Cases that floors are set for, whether or not their table is there. */
export const knownCases: readonly Pick<ScoringCase, "name" | "reference">[] = wanted.map((one) => ({
  name: nameOf(one),
  reference: one.reference,
}));

/** The public tables that are there, each with and without its leaking columns, and what is said of those that are not. */
export function scoringCases(): { cases: ScoringCase[]; absent: string[] } {
  const cases: ScoringCase[] = [];
  const absent = new Set<string>();
  for (const one of wanted) {
    const { dataset, leaks, reference } = one;
    try {
      cases.push({
        name: nameOf(one),
        table: loadTable(dataset),
        ignore: leaks ? [] : dataset.leaks,
        reference,
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      absent.add(error.message);
    }
  }
  return { cases, absent: [...absent] };
}

function nameOf({ dataset, variant }: Wanted): string {
  return `${dataset.name} ${variant}`;
}

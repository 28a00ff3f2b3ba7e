import { AppError } from "#core/errors.ts";
import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { count, fraction, percent, range } from "../../report/numbers.ts";
import {
  crossValidateOwn,
  measureAsking,
  measureOwn,
  measurePublic,
  type OwnResult,
  type PublicResult,
} from "./measure-intents.ts";
import { foreignQueries, mappedQueries, samplePhrases } from "./own-sets.ts";
import { askingSentences, bankingSplit, clincSplit } from "./public-sets.ts";

/** Measures intents; sets that are absent are named in the report. */
export function runIntents(onProgress: (text: string) => void): FloorReport {
  const absent: string[] = [];
  const measured = <T>(name: string, measure: () => T): T | null => {
    onProgress(name);
    try {
      return measure();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
      absent.push(error.message);
      return null;
    }
  };
  const banking = measured("banking77", () => measurePublic("banking77", bankingSplit()));
  const clinc = measured("clinc150", () => measurePublic("clinc150", clincSplit()));
  const asking = measured("parakweet_email_intent", () => measureAsking(askingSentences()));
  const own = [
    measured("own examples", () => crossValidateOwn()),
    measured("sample phrases", () => measureOwn("phrases of the sample workspace", samplePhrases())),
    measured("public queries", () => measureOwn("banking77 and clinc150, mapped", mappedQueries())),
    measured("foreign queries", () =>
      measureOwn("clinc150, 20 intents that no sales mail has: none is right", foreignQueries()),
    ),
  ].filter((result) => result !== null);
  return {
    title: "Intents",
    lead: "What a message is after, read without a language model.",
    floors: [
      figure("banking77: accuracy", banking && banking.right / banking.of, { target: atLeast(0.89) }),
      figure("banking77: training", banking?.trainingSeconds ?? null, { unit: "s", target: atMost(20) }),
      figure("clinc150: accuracy", clinc && clinc.right / clinc.of, { target: atLeast(0.91) }),
      figure("clinc150: out-of-scope AUROC", clinc?.outOfScopeAuc ?? null, { target: atLeast(0.93) }),
      figure("parakweet_email_intent: F1 of sentences that ask", asking?.f1 ?? null, {
        target: atLeast(0.68),
      }),
    ],
    sections: [
      publicSection([banking, clinc].filter((result) => result !== null)),
      ownSection(own),
      {
        title: "Sentences that ask",
        about:
          "parakweet_email_intent also counts promises and files to be noticed as intent, which are no questions here.",
        table: {
          head: ["precision", "recall", "F1"],
          rows: asking ? [[asking.precision, asking.recall, asking.f1].map((value) => fraction(value))] : [],
        },
      },
    ],
    absent,
  };
}

function figure(
  name: string,
  value: number | null,
  { unit = "", target }: Pick<Figure, "target"> & { unit?: string },
): Figure {
  return { name, value, unit, ...(target && { target }) };
}

function publicSection(results: readonly PublicResult[]): FloorReport["sections"][number] {
  return {
    title: "Public sets",
    about:
      "banking77: train.csv, 80 : 20 by intent, seed 7. clinc150: learned from train, judged by val and 200 out-of-scope queries that were never learned from. Kept: familiarity above .05.",
    table: {
      head: [
        "set",
        "texts",
        "accuracy (95 %)",
        "too sure by",
        "OOS AUROC",
        "kept",
        "OOS kept",
        "training, processor time",
      ],
      rows: results.map((result) => [
        result.name,
        count(result.of),
        `${fraction(result.right / result.of)} (${range(wilsonInterval(result.right, result.of))})`,
        fraction(result.overconfidence),
        fraction(result.outOfScopeAuc),
        percent(result.kept.inScope),
        percent(result.kept.outOfScope),
        `${result.trainingSeconds.toFixed(1)} s`,
      ]),
    },
  };
}

function ownSection(results: readonly OwnResult[]): FloorReport["sections"][number] {
  return {
    title: "The product's intents",
    about:
      "Folds of the own examples flatter: their author wrote the lists of concepts too. The sample's phrases and the public queries were written by others for other ends.",
    table: {
      head: ["texts", "of", "right (95 %)", "wrong", "none named", "right among three", "some wrong ones"],
      rows: results.map(({ name, of, right, wrong, amongThree, examples }) => [
        name,
        count(of),
        `${percent(right / of)} (${range(wilsonInterval(right, of))})`,
        percent(wrong / of),
        percent((of - right - wrong) / of),
        percent(amongThree / of),
        examples.slice(0, 3).join(" · "),
      ]),
    },
  };
}

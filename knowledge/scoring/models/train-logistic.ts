import type { Encoding } from "../encode/fit-encoding.ts";
import { invertPacked } from "./cholesky.ts";
import { choosePenalty, firstGuess, fitPenalty, type PenaltyFit } from "./cross-validate.ts";
import type { Learned, Pause, TrainingTable } from "./learner.ts";
import { logisticRegression } from "./logistic-regression.ts";
import { type LogisticTable, readTable } from "./logistic-table.ts";
import { addMoments } from "./moments.ts";
import { type Pull, penalisedFactor, type RidgeFit } from "./ridge-newton.ts";
import type { ScoringModel } from "./scoring-model.ts";
import { tableContributions } from "./table-contributions.ts";

/** A regression that can still say how rows of its table look to it. */
export interface LearnedLogistic extends Learned {
  encoding: Encoding;
  /**
   * Contributions of rows of the table: by the model, or by its coefficients without one fold.
   * @param rows places in the table.
   * @returns rows × sources, in log-odds.
   * @throws RangeError for a fold where nothing was cross-validated.
   */
  contributions(rows: ArrayLike<number>, withoutFold?: number): Float32Array;
}

/**
 * 1 / prior variance of γ: the scorecard is trusted to count once, give or take 0.7. At 20 + 20 leads of made-up businesses
 * (evals/suites/few-labels) 1 to 4 do about as well; with 16 a scorecard that is wrong costs AUC up to 200 leads.
 */
const scorecardPenalty = 2;

/**
 * Learns a ridge logistic regression; the `penalty` with the lowest cross-validated log loss wins unless one is given.
 *
 * Where rows carry engagement measures, it learns departures from the documented scorecard: log-odds are
 * β0 + (1 + γ) × scorecard + Xβ, γ and β drawn to 0, and each rule's points count to the measure that it judges. With few
 * leads the scorecard leads; with many, γ and the measures' own columns take any shape that the outcomes ask for.
 */
export function learnLogistic(
  table: TrainingTable,
  pause: Pause,
  settings?: Readonly<Record<string, number>>,
): Promise<LearnedLogistic> {
  return logisticLearner(scorecardPenalty)(table, pause, settings);
}

/**
 * The learner with another trust in the scorecard.
 * @param trust penalty on γ; null leaves the scorecard out.
 */
export function logisticLearner(trust: number | null) {
  return async (
    table: TrainingTable,
    pause: Pause,
    settings?: Readonly<Record<string, number>>,
  ): Promise<LearnedLogistic> => {
    await pause(0);
    const read = readTable(table, trust !== null);
    await pause(0.3);
    const pull = read.scorecard && { column: read.encoding.width, towards: 1, penalty: trust ?? 0 };
    const folded = { ...read.folded, pull };
    if (settings?.penalty !== undefined) {
      const { penalty } = settings;
      return learned(read, { ...fitPenalty(folded, penalty, firstGuess(folded, penalty)), penalty, pull });
    }
    const best = await choosePenalty(folded, (done) => pause(0.3 + 0.7 * done));
    return { ...learned(read, { ...best, pull }), ...unseen(read, best) };
  };
}

interface Fit extends RidgeFit {
  penalty: number;
  pull: Pull | undefined;
}

function learned(read: LogisticTable, fit: Fit): LearnedLogistic {
  const { encoding } = read;
  return {
    model: modelOf(read, fit),
    outOfFold: new Float64Array(0),
    settings: { penalty: fit.penalty },
    kinds: encoding.columns.map((c) => (c.kind === "number" && c.text ? "text length" : c.kind)),
    dropped: encoding.dropped,
    encoding,
    contributions: (rows, withoutFold) => {
      if (withoutFold !== undefined) throw new RangeError("no fold was left out of this fit");
      return tableContributions(read, fit.beta, rows);
    },
  };
}

function modelOf(read: LogisticTable, fit: Fit): ScoringModel {
  const { hessian } = addMoments(fit.moments);
  const width = fit.beta.length;
  return logisticRegression({
    columns: read.encoding.columns,
    beta: fit.beta,
    means: read.means,
    covariance: invertPacked(penalisedFactor(hessian, width, fit), width),
    scorecard: read.scorecard,
  });
}

/** What cross-validation adds. */
function unseen(read: LogisticTable, best: PenaltyFit): Pick<LearnedLogistic, "outOfFold" | "contributions"> {
  const outOfFold = Float64Array.from(read.places, (place) => best.outOfFold[place] as number);
  return {
    outOfFold,
    contributions: (rows, withoutFold) => {
      const beta = withoutFold === undefined ? best.beta : best.betas[withoutFold];
      if (beta === undefined) throw new RangeError(`there is no fold ${withoutFold}`);
      return tableContributions(read, beta, rows);
    },
  };
}

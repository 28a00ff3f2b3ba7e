import { z } from "zod";

/** How far a model may be relied on, in the words of Dynamics 365. */
export const grade = z.enum(["Ready", "Fair", "Not ready"]);
export type Grade = z.infer<typeof grade>;

/** A grade with its reasons as sentences: the deciding one first, then what else to know. */
export const modelGrade = z.object({ grade, reasons: z.array(z.string()) });
export type ModelGrade = z.infer<typeof modelGrade>;

/** What a model is graded by. */
export interface Gradeable {
  /** On leads that it was not fitted to, with its 95 % interval. NaN when it could not be measured. */
  auc: number;
  aucLow: number;
  aucHigh: number;
  /** Whether its log loss beats the base rate's. */
  signal: boolean;
  won: number;
  lost: number;
  /** Fields left out because they knew the outcome. */
  leaks: number;
  /** Leaks that the user insisted on, and suspects that were kept. */
  suspects?: number;
  /** Expected calibration error, and what perfectly calibrated models show on average; 0–1. */
  calibrationError?: { ece: number; floor: number };
}

/** Lower ends of the AUC's 95 % interval. Our choice: Dynamics 365 names its grades, and not where they begin. */
const readyFrom = 0.7;
const fairFrom = 0.55;
/** Sales outcomes known beforehand are not foretold better than this: something may know them. */
const tooGood = 0.95;
const fewestForReady = 40;

/**
 * Ready: the AUC is surely .70 or more, on at least 40 won and 40 lost leads (what Dynamics 365 asks for), and chances mean
 * what they say. Fair: surely above .55. Not ready: no signal, or an AUC that may be chance. The lower end of the interval
 * counts and not the AUC itself, so that few leads cannot earn a grade by luck. Too high an AUC costs a grade: it is more
 * often a leak than a feat.
 */
export function gradeOf(model: Gradeable): ModelGrade {
  const { auc, aucLow, signal } = model;
  const notes = notesOn(model);
  const not = (reason: string): ModelGrade => ({ grade: "Not ready", reasons: [reason, ...notes] });
  if (![auc, aucLow, model.aucHigh].every(Number.isFinite)) return not("Its AUC could not be measured.");
  const measured = `AUC ${written(auc)} (95 % interval ${written(aucLow)}–${written(model.aucHigh)})`;
  if (!signal)
    return not(`The data cannot tell leads apart: ${measured}, no better log loss than the base rate.`);
  if (aucLow <= fairFrom) return not(`${measured}: the lower end is not above ${written(fairFrom)}.`);
  const doubts = doubtsOn(model);
  if (aucLow >= readyFrom && doubts.length === 0)
    return { grade: "Ready", reasons: [`${measured}.`, ...notes] };
  const short = aucLow < readyFrom ? [`${measured}: the lower end is under ${written(readyFrom)}.`] : [];
  return { grade: "Fair", reasons: [...short, ...doubts, ...notes] };
}

/** What keeps a model with a good AUC from being Ready. */
function doubtsOn({ auc, won, lost, calibrationError }: Gradeable): string[] {
  const doubts: string[] = [];
  if (Math.min(won, lost) < fewestForReady) {
    doubts.push(`It has seen ${won} won and ${lost} lost leads; ${fewestForReady} of each make it ready.`);
  }
  if (auc > tooGood) {
    doubts.push(
      `An AUC over ${written(tooGood)} is too good to be believed: look for fields filled in after the outcome.`,
    );
  }
  if (calibrationError && calibrationError.ece > 1.5 * calibrationError.floor) {
    const { ece, floor } = calibrationError;
    doubts.push(`Its chances are off by ${written(ece)} on average; ${written(floor)} would be chance.`);
  }
  return doubts;
}

function notesOn({ leaks, suspects = 0 }: Gradeable): string[] {
  const fields = (n: number) => (n === 1 ? "1 field" : `${n} fields`);
  return [
    ...(leaks > 0 ? [`${fields(leaks)} that knew the outcome ${leaks === 1 ? "is" : "are"} left out.`] : []),
    ...(suspects > 0
      ? [
          `${fields(suspects)} ${suspects === 1 ? "is" : "are"} suspect: see the evidence, and whether they are known in time.`,
        ]
      : []),
  ];
}

function written(value: number): string {
  return value.toFixed(value < 0.1 ? 3 : 2);
}

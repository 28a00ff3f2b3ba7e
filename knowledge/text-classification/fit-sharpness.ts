/** The margins of a text's labels, with the place of the right one. */
export interface JudgedMargins {
  margins: Float64Array;
  target: number;
}

const least = 0.1;
const most = 40;
const steps = 24;

/**
 * The factor by which margins become log odds with the smallest log loss on texts that were not trained on: temperature scaling
 * (Guo, Pleiss, Sun & Weinberger, ICML 2017), found by golden-section search, since the loss has one minimum. 4 without texts.
 */
export function fitSharpness(judged: readonly JudgedMargins[]): number {
  if (judged.length === 0) return 4;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(least), Math.log(most)];
  for (let step = 0; step < steps; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (logLoss(judged, Math.exp(left)) < logLoss(judged, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function logLoss(judged: readonly JudgedMargins[], sharpness: number): number {
  let loss = 0;
  for (const { margins, target } of judged) {
    const best = Math.max(...margins);
    let sum = 0;
    for (const margin of margins) sum += Math.exp(sharpness * (margin - best));
    loss += Math.log(sum) - sharpness * ((margins[target] as number) - best);
  }
  return loss;
}

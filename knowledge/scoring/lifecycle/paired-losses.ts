/** What happened to a lead, and what two models said of it. */
export interface TwoChances {
  won: boolean;
  /** Chances, 0–1. */
  first: number;
  second: number;
}

/** Two models on the same leads. Losses are means in nats. */
export interface PairedLosses {
  first: number;
  second: number;
  /** Mean of the leads' differences, second less first: above 0 the second is worse. */
  difference: number;
  /** Standard error of the difference; 0 under two leads. */
  error: number;
}

/** Log losses of two models on the same leads, and how well their difference is known: a paired comparison. */
export function pairedLosses(leads: readonly TwoChances[]): PairedLosses {
  const first = leads.map((lead) => lossOf(lead.first, lead.won));
  const second = leads.map((lead) => lossOf(lead.second, lead.won));
  const differences = second.map((loss, i) => loss - (first[i] as number));
  const difference = mean(differences);
  const squares = differences.reduce((sum, d) => sum + (d - difference) ** 2, 0);
  const n = leads.length;
  const error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
  return { first: mean(first), second: mean(second), difference, error };
}

/** Chances are kept this far from 0 and 1, as scores are. */
const bound = 1e-6;

function lossOf(chance: number, won: boolean): number {
  const p = Math.min(1 - bound, Math.max(bound, chance));
  return -Math.log(won ? p : 1 - p);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length;
}

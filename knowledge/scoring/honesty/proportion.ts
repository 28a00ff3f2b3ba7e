import { type ShareInterval, wilsonInterval } from "../evaluate/wilson.ts";

/** A count out of a number of leads. */
export interface Count {
  hits: number;
  of: number;
}

/** Wilson's score interval of a share, z standard errors to each side; 0–1 of no leads. */
export function wilson({ hits, of }: Count, z: number): ShareInterval {
  return wilsonInterval(hits, of, z);
}

/** A count as a share, 0 of no leads. */
export function shareOf({ hits, of }: Count): number {
  return of === 0 ? 0 : hits / of;
}

/** A share in percent, as people read it: "37 %", "0.4 %", "0 %" only of nothing, "100 %" only of all. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 0.05) return "under 0.1 %";
  if (value > 99.95 && value < 100) return "over 99.9 %";
  if (value === 0 || value === 100) return `${value} %`;
  return value < 10 || value > 99 ? `${value.toFixed(1)} %` : `${value.toFixed(0)} %`;
}

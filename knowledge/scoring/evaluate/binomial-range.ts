import type { ShareInterval } from "./wilson.ts";

/**
 * Where the share won of so many leads of one chance lies in 95 of 100 cases: the 2.5 % and 97.5 % points of the binomial
 * distribution. A calibrated model's observed rates lie within it that often.
 * @param chance within 0–1.
 */
export function binomialRange(leads: number, chance: number): ShareInterval {
  if (leads === 0 || chance <= 0 || chance >= 1) return { low: chance, high: chance };
  const odds = Math.log(chance / (1 - chance));
  // In logarithms: the chance that none of many leads is won is smaller than a number can be.
  let logMass = leads * Math.log1p(-chance);
  let below = 0;
  let low = -1;
  for (let won = 0; won < leads; won++) {
    below += Math.exp(logMass);
    if (low < 0 && below >= 0.025) low = won;
    if (below >= 0.975) return { low: low / leads, high: won / leads };
    logMass += Math.log((leads - won) / (won + 1)) + odds;
  }
  return { low: (low < 0 ? leads : low) / leads, high: 1 };
}

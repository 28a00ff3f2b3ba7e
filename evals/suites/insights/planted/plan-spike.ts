import { daysBetween, shiftDate } from "../generator/local-days.ts";
import type { Random } from "../generator/random.ts";
import type { Plan } from "./plan.ts";

/** How long spikes last, and by what factor. */
export const spikeForms = {
  "one day": { days: 1, factor: [4, 8] },
  "three days": { days: 3, factor: [3, 5] },
  "a week": { days: 7, factor: [2.2, 3.5] },
  "one day, first or last": { days: 1, factor: [4, 8] },
} as const;

type Form = keyof typeof spikeForms;

/** More comes than usual on one day or a few, and then it is as before. */
export const planSpike: Plan = {
  shapes: Object.keys(spikeForms),
  setting: () => ({
    days: [42, 120],
    contacts: [1_500, 3_000],
    history: "short",
    drivers: ["leads", "messages"],
  }),
  plant: ({ business: { period }, random, driver, shape }) => {
    const { days, factor } = spikeForms[shape as Form];
    const from = shiftDate(period.from, place(random, shape, daysBetween(period.from, period.to)));
    // A week begins on a Monday: 1970-01-05 was one.
    const start = days === 7 ? shiftDate(from, -((daysBetween("1970-01-05", from) + 7) % 7)) : from;
    const end = shiftDate(start, days - 1);
    const value = random.within(factor);
    return {
      size: `×${value.toFixed(2)}`,
      direction: "up",
      at: { from: start, to: end },
      effect: { driver, strength: (date) => (date >= start && date <= end ? value : 1) },
      change: {},
    };
  },
};

/** Days after the period's first. */
function place(random: Random, shape: string, days: number): number {
  if (shape === "one day, first or last") return random.pick([0, days - 1]);
  return random.whole(8, days - 12);
}

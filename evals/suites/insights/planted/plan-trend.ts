import type { Plan } from "./plan.ts";
import { passedOf, roomFor } from "./progress.ts";
import { drawSize, sizeRanges, strengthOf } from "./sizes.ts";

/** By how much of the period has passed, the share of the effect that is there. */
const forms: Readonly<Record<string, (passed: number) => number>> = {
  straight: (passed) => passed,
  "quick, then slow": (passed) => Math.sqrt(passed),
  "slow, then quick": (passed) => passed ** 2,
  "from the first third on": (passed) => Math.max(0, (passed - 1 / 3) * 1.5),
};

/** A driver rises or falls over the period, and was level before it. */
export const planTrend: Plan = {
  shapes: Object.keys(forms),
  setting: (random) => ({
    days: random.pick([
      [90, 120],
      [120, 240],
      [240, 365],
    ]),
    contacts: [1_200, 3_000],
    history: random.pick(["short", "previous"]),
    drivers: ["leads", "leads", "messages", "winning", "delay"],
  }),
  plant: (draw) => {
    const { business, random, driver, shape } = draw;
    const size = drawSize(draw, sizeRanges.trend);
    const form = forms[shape] ?? ((passed: number) => passed);
    const strength = (date: string) => strengthOf(driver, size, form(passedOf(business, date)));
    return {
      size: size.text,
      direction: size.direction,
      effect: { driver, strength },
      change: roomFor(random, driver, size),
    };
  },
};

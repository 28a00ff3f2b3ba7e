import type { Plan } from "./plan.ts";
import { roomFor } from "./progress.ts";
import { drawSize, sizeRanges, strengthOf } from "./sizes.ts";

/** The whole period is on another level than all that was before. */
export const planPeriod: Plan = {
  shapes: ["against the period before"],
  setting: (random) => ({
    days: random.pick([
      [45, 62],
      [63, 120],
      [120, 240],
    ]),
    contacts: [1_500, 3_000],
    history: "previous",
    drivers: ["leads", "leads", "messages", "winning", "delay", "answering"],
  }),
  plant: (draw) => {
    const {
      business: { period },
      random,
      driver,
    } = draw;
    const size = drawSize(draw, sizeRanges.period);
    return {
      size: size.text,
      direction: size.direction,
      effect: { driver, strength: (date) => strengthOf(driver, size, date >= period.from ? 1 : 0) },
      change: roomFor(random, driver, size),
    };
  },
};

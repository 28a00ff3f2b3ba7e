import { daysBetween, shiftDate } from "../generator/local-days.ts";
import type { Plan } from "./plan.ts";
import { roomFor } from "./progress.ts";
import { drawSize, sizeRanges, strengthOf } from "./sizes.ts";

/** Where in the period the level changes. */
const places = { early: [0.12, 0.25], middle: [0.35, 0.65], late: [0.75, 0.88] } as const;

/** A driver's level changes from one day to the next and stays. */
export const planStep: Plan = {
  shapes: Object.keys(places),
  setting: (random) => ({
    days: random.pick([
      [90, 120],
      [120, 240],
      [240, 365],
    ]),
    contacts: [1_200, 3_000],
    history: random.pick(["short", "previous"]),
    drivers: ["leads", "leads", "messages", "winning", "delay", "answering"],
  }),
  plant: (draw) => {
    const {
      business: { period },
      random,
      driver,
      shape,
    } = draw;
    const size = drawSize(draw, sizeRanges.step);
    const days = daysBetween(period.from, period.to);
    const since = shiftDate(
      period.from,
      Math.round(days * random.within(places[shape as keyof typeof places])),
    );
    return {
      size: size.text,
      direction: size.direction,
      at: { from: since, to: since },
      effect: { driver, strength: (date) => strengthOf(driver, size, date >= since ? 1 : 0) },
      change: roomFor(random, driver, size),
    };
  },
};

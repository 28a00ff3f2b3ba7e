import type { Plan } from "./plan.ts";

/** Fewer at the end of the week, or many on one day of it. */
export const seasonForms = { "quiet weekend": [0.3, 0.6], "one strong weekday": [1.6, 2.2] } as const;

const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A pattern that every week repeats. */
export const planSeason: Plan = {
  shapes: Object.keys(seasonForms),
  setting: (random) => ({
    days: random.pick([
      [56, 62],
      [63, 120],
      [120, 365],
    ]),
    contacts: [800, 3_000],
    history: "short",
    drivers: ["leads", "messages"],
    flat: true,
  }),
  plant: ({ random, driver, shape }) => {
    const factor = random.within(seasonForms[shape as keyof typeof seasonForms]);
    const strong = random.whole(0, 6);
    const affected = shape === "quiet weekend" ? [5, 6] : [strong];
    return {
      size: `×${factor.toFixed(2)} on ${affected.map((weekday) => names[weekday]).join(" and ")}`,
      direction: factor > 1 ? "up" : "down",
      effect: { driver, strength: (_date, weekday) => (affected.includes(weekday) ? factor : 1) },
      change: {},
    };
  },
};

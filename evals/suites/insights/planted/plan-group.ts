import type { Business, Dimension, Driver, MadeGroup } from "../generator/business.ts";
import { daysBetween } from "../generator/local-days.ts";
import type { Random } from "../generator/random.ts";
import type { Plan } from "./plan.ts";
import { roomFor } from "./progress.ts";
import { drawSize, sizeRanges, strengthOf } from "./sizes.ts";
import { eventsADay } from "./strength.ts";

/** Endings, answers and the like that the group and the rest must have in the period. */
const leastEvents = 150;

/** By what groups differ, and in how many groups. Who answers slowly or not at all are reps. */
const forms = {
  "win rate, two groups": { driver: "winning", dimensions: ["source", "assigned_to"], number: 2 },
  "win rate, four or five groups": {
    driver: "winning",
    dimensions: ["source", "assigned_to", "industry", "company_size"],
    number: 5,
  },
  "win rate, up to eight groups": { driver: "winning", dimensions: ["source", "assigned_to"], number: 8 },
  "response time by rep": { driver: "delay", dimensions: ["assigned_to"], number: 8 },
  "replies by rep": { driver: "answering", dimensions: ["assigned_to"], number: 8 },
} as const satisfies Record<string, { driver: Driver; dimensions: readonly Dimension[]; number: number }>;

const formOf = (shape: string) => forms[shape as keyof typeof forms];

/** One group of a dimension differs from the others, all through the records. */
export const planGroup: Plan = {
  shapes: Object.keys(forms),
  setting: (_, shape) => ({
    days: [120, 365],
    contacts: [1_500, 3_000],
    history: "short",
    drivers: [formOf(shape).driver],
  }),
  plant: (draw) => {
    const { business, random, driver, shape } = draw;
    const size = drawSize(draw, sizeRanges.group);
    const { dimensions, number } = formOf(shape);
    const dimension = random.pick<Dimension>(dimensions);
    const { groups, chosen } = regroup(random, business, { driver, dimension, number });
    return {
      size: `${size.text}, 1 of ${groups.length} groups`,
      direction: size.direction,
      group: { dimension, name: chosen },
      effect: {
        driver,
        within: { dimension, group: chosen },
        strength: () => strengthOf(driver, size, 1),
      },
      change: { ...roomFor(random, driver, size), groups: { ...business.groups, [dimension]: groups } },
    };
  },
};

interface Regrouping {
  driver: Driver;
  dimension: Dimension;
  number: number;
}

/** So many groups, one of which has at least the events that are needed, up to half of all; the others share the rest as before. */
function regroup(random: Random, business: Business, { driver, dimension, number }: Regrouping) {
  const { from, to } = business.period;
  const least = leastEvents / (0.85 * eventsADay(business, driver) * daysBetween(from, to));
  // A business too small for that is not obvious: without a share its strength is none, and another is drawn.
  const share = least > 0.5 ? 0 : Math.max(least, random.between(0.12, 0.5));
  const known = business.groups[dimension].slice(0, number);
  const chosen = random.pick(known);
  const others = known.filter((group) => group !== chosen);
  const sum = others.reduce((total, group) => total + group.share, 0);
  const groups: MadeGroup[] = [
    { name: chosen.name, share },
    ...others.map((group) => ({ name: group.name, share: ((1 - share) * group.share) / sum })),
  ];
  return { groups, chosen: chosen.name };
}

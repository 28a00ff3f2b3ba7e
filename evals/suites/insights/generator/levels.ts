import type { Business, Driver, Effect } from "./business.ts";
import type { LocalDay } from "./local-days.ts";
import { randomOf } from "./random.ts";

/** How busy each day is: the weekday, chance that lasts a while, and what was planted; 1 is usual. */
export function dayLevels(
  business: Business,
  days: readonly LocalDay[],
  driver: "leads" | "messages",
): number[] {
  const { seed, dayNoise, persistence, weekdays } = business;
  const random = randomOf(seed, "level", driver);
  let log = dayNoise * random.normal();
  return days.map(({ date, weekday }) => {
    log = persistence * log + Math.sqrt(1 - persistence ** 2) * dayNoise * random.normal();
    // Half the variance less, so that the mean stays 1.
    const chance = Math.exp(log - dayNoise ** 2 / 2);
    return chance * (weekdays[weekday] ?? 1) * factorOf(business, driver, { date, weekday });
  });
}

type When = Pick<LocalDay, "date" | "weekday">;

/** What effects make of a driver on a day: a product of factors. */
export function factorOf({ effects }: Business, driver: Driver, when: When, groups?: Membership): number {
  return matching(effects, driver, groups).reduce(
    (product, { strength }) => product * strength(when.date, when.weekday),
    1,
  );
}

/** What effects make of a chance on a day: a sum of points, kept within .02 … .98. */
export function chanceOf(
  { effects, winChance, answerChance }: Business,
  driver: "winning" | "answering",
  when: When,
  groups: Membership,
): number {
  const base = driver === "winning" ? winChance : answerChance;
  const points = matching(effects, driver, groups).reduce(
    (sum, { strength }) => sum + strength(when.date, when.weekday),
    base,
  );
  return Math.min(0.98, Math.max(0.02, points));
}

/** The group of a contact in each dimension; null where the records have none. */
export type Membership = Readonly<Record<string, string | null>>;

function matching(effects: readonly Effect[], driver: Driver, groups?: Membership): Effect[] {
  return effects.filter(
    (effect) =>
      effect.driver === driver &&
      (!effect.within || (groups && groups[effect.within.dimension] === effect.within.group)),
  );
}

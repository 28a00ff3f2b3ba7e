import type { Business, Driver } from "../generator/business.ts";
import { daysBetween } from "../generator/local-days.ts";
import type { Random } from "../generator/random.ts";
import type { Size } from "./sizes.ts";

/** How much of the period has passed on a date, 0 before it and 1 after. */
export function passedOf({ period: { from, to } }: Pick<Business, "period">, date: string): number {
  const share = daysBetween(from, date) / Math.max(1, daysBetween(from, to) - 1);
  return Math.min(1, Math.max(0, share));
}

/** Leaves room in a chance for the points that are added to it, so that the effect has the size it is said to have. */
export function roomFor(random: Random, driver: Driver, { value }: Pick<Size, "value">): Partial<Business> {
  const least = random.between(0.15, 0.3);
  if (driver === "winning") return { winChance: value > 0 ? least : least - value };
  if (driver === "answering") return { answerChance: value > 0 ? 0.92 - value : 0.92 };
  return {};
}

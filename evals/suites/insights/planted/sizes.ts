import type { Driver } from "../generator/business.ts";
import type { Random } from "../generator/random.ts";

/** How large an effect is: a factor, or points of a chance. */
export interface Size {
  /** Of leads, messages and delay: what it comes to, 1 is no change. Of chances: points added, 0 is none. */
  value: number;
  direction: "up" | "down";
  text: string;
}

type Range = readonly [low: number, high: number];

/** Ranges of factors upwards (downwards they are turned over), and of points. */
export type SizeRanges = Readonly<Record<Driver, Range>>;

export const sizeRanges = {
  trend: {
    leads: [1.8, 2.5],
    messages: [2.5, 4],
    delay: [2, 3],
    winning: [0.3, 0.42],
    answering: [0.25, 0.35],
  },
  step: { leads: [1.6, 2.4], messages: [2, 3.2], delay: [2, 3], winning: [0.2, 0.3], answering: [0.2, 0.3] },
  period: {
    leads: [1.3, 1.6],
    messages: [1.4, 1.7],
    delay: [1.6, 2.5],
    winning: [0.15, 0.25],
    answering: [0.15, 0.25],
  },
  group: { leads: [1, 1], messages: [1, 1], delay: [2, 3], winning: [0.18, 0.3], answering: [0.2, 0.3] },
} as const satisfies Record<string, SizeRanges>;

/** Draws a size of a driver that goes up or down. */
export function drawSize(
  { random, driver, up }: { random: Random; driver: Driver; up: boolean },
  ranges: SizeRanges,
): Size {
  const size = random.within(ranges[driver]);
  const direction = up ? "up" : "down";
  if (isChance(driver)) {
    return { value: up ? size : -size, direction, text: `${up ? "+" : "−"}${Math.round(100 * size)} points` };
  }
  const value = up ? size : 1 / size;
  return { value, direction, text: `×${value.toFixed(2)}` };
}

/** The driver's strength when so much (0–1) of the effect is there. */
export function strengthOf(driver: Driver, { value }: Pick<Size, "value">, share: number): number {
  return isChance(driver) ? value * share : 1 + (value - 1) * share;
}

export function isChance(driver: Driver): driver is "winning" | "answering" {
  return driver === "winning" || driver === "answering";
}

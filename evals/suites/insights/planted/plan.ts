import type { Business, Driver, Effect } from "../generator/business.ts";
import type { History } from "../generator/draw-business.ts";
import type { Random } from "../generator/random.ts";
import type { Planted } from "./planted.ts";

/** The circumstances that a kind of effect is planted in. */
export interface Setting {
  /** Days of the period. */
  days: readonly [number, number];
  contacts: readonly [number, number];
  history: History;
  drivers: readonly Driver[];
  /** Every business flat, none, or as it comes. */
  flat?: boolean;
}

export interface Plan {
  /** Forms that the kind takes; each seed has one. */
  shapes: readonly string[];
  setting(random: Random, shape: string): Setting;
  plant(draw: Drawing): Planting;
}

/** What an effect is planted in, and how it is drawn. */
export interface Drawing {
  business: Business;
  random: Random;
  driver: Driver;
  shape: string;
  up: boolean;
}

export interface Planting extends Pick<Planted, "size" | "direction" | "at" | "group"> {
  effect: Effect;
  /** What the business must be like besides. */
  change: Partial<Business>;
}

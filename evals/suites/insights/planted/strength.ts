import type { Business, Driver, Effect } from "../generator/business.ts";
import { leastGap, meanGap } from "../generator/calendar.ts";
import { daysBetween, type LocalDay, localDays, shiftDate } from "../generator/local-days.ts";
import { isChance } from "./sizes.ts";

/**
 * By how many standard errors a test that knew the effect's form would tell it from nothing: a mark for "obvious", computed
 * from the business's parameters alone. Days are held against each other, or a group against the rest.
 */
export function strengthIn(business: Business, effect: Effect, { before = false } = {}): number {
  return effect.within ? ofGroup(business, effect) : overTime(business, effect, before);
}

/** √Σ (signal of a day)² / (variance of a day), the signal measured from its weighted mean. */
function overTime(business: Business, effect: Effect, before: boolean): number {
  const { from, to } = business.period;
  const start = before ? shiftDate(from, -daysBetween(from, to)) : from;
  const days = localDays("UTC", { from: start, to }).map((day) => {
    const { signal, variance } = ofDay(business, effect, day);
    return { signal, weight: 1 / variance };
  });
  const weights = days.reduce((sum, { weight }) => sum + weight, 0);
  const mean = days.reduce((sum, { signal, weight }) => sum + signal * weight, 0) / weights;
  return Math.sqrt(days.reduce((sum, { signal, weight }) => sum + weight * (signal - mean) ** 2, 0));
}

/**
 * Signals as shares of the usual, so that days of differing traffic compare; those of counts by their roots, on which a burst and a lull
 * stand out from chance alike (Anscombe, Biometrika 35, 1948): a fivefold day is no fourfold standard error, as busy days vary more.
 */
function ofDay(business: Business, { driver, strength }: Effect, { date, weekday }: LocalDay) {
  const n = eventsADay(business, driver) * (business.weekdays[weekday] ?? 1);
  const value = strength(date, weekday);
  if (driver === "delay") return { signal: Math.log(value), variance: logDelayVariance(business) / n };
  if (isChance(driver)) {
    const chance = (driver === "winning" ? business.winChance : business.answerChance) + value;
    return { signal: value * seenOf(business, driver), variance: Math.max(0.05, chance * (1 - chance)) / n };
  }
  const { dayNoise, persistence } = business;
  const lasting = dayNoise ** 2 * ((1 + persistence) / (1 - persistence));
  // Messages vary with the leads that came before, besides.
  const [clustering, sources] = driver === "messages" ? [messagesALead(business), 2] : [1, 1];
  return { signal: 2 * (Math.sqrt(value) - 1), variance: clustering / n + sources * lasting };
}

function ofGroup(business: Business, { driver, strength, within }: Effect): number {
  const share = within && business.groups[within.dimension].find(({ name }) => name === within.group)?.share;
  if (!share) return 0;
  const events = eventsADay(business, driver) * daysBetween(business.period.from, business.period.to);
  const value = strength(business.period.from, 0);
  const variance = 1 / (events * share) + 1 / (events * (1 - share));
  if (driver === "delay") return Math.abs(Math.log(value)) / Math.sqrt(logDelayVariance(business) * variance);
  const base = driver === "winning" ? business.winChance : business.answerChance;
  const mean = Math.min(0.95, Math.max(0.05, base + value * share));
  return (Math.abs(value) * seenOf(business, driver)) / Math.sqrt(mean * (1 - mean) * variance);
}

/** Where answers wait for Monday, what is written on a Friday has none within two days, whatever the chance. */
function seenOf({ officeDays }: Business, driver: Driver): number {
  return driver === "answering" && officeDays ? 0.75 : 1;
}

/**
 * What a driver is seen in: leads, messages, endings, first answers, days of writing that could be answered, where one with many
 * messages counts for more (squared mean over mean square of the messages of a day).
 */
export function eventsADay(business: Business, driver: Driver): number {
  const { leadsADay, burstLength, ending, answerChance } = business;
  const writing = leadsADay * daysOfWriting(business);
  return {
    leads: leadsADay,
    messages: writing * burstLength,
    winning: leadsADay * ending.share,
    delay: leadsADay * answerChance,
    answering: (writing * burstLength ** 2) / (burstLength - 1 + 2 * burstLength ** 2),
  }[driver];
}

/** A lead that ends writes no more: of its Poisson-many days of writing each is reached with the same chance from the one before. */
function daysOfWriting({ bursts, ending }: Business): number {
  const reached = Math.exp(-leastGap / ending.days) / (1 + (meanGap - leastGap) / ending.days);
  const ended = (reached / (1 - reached)) * (1 - Math.exp(-bursts * (1 - reached)));
  return ending.share * ended + (1 - ending.share) * bursts;
}

/** How many messages tell as much as one that comes by itself: those of a burst come together, and those of a lead. */
function messagesALead(business: Business): number {
  const { burstLength } = business;
  const ofBurst = (burstLength - 1 + burstLength ** 2) / burstLength;
  return ofBurst + daysOfWriting(business) * burstLength;
}

/** π/2: a median is that much less sure than a mean of logarithms. */
function logDelayVariance({ delay }: Business): number {
  return (Math.PI / 2) * (delay.within ** 2 + delay.between ** 2);
}

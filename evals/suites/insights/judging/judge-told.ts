import type { Business } from "../generator/business.ts";
import { longestLife } from "../generator/business.ts";
import { daysBetween, shiftDate } from "../generator/local-days.ts";
import type { Planted } from "../planted/planted.ts";
import { consequences, hasWeek, isDelayed, ownMetrics } from "./consequences.ts";
import type { Told } from "./told.ts";

/**
 * Whether a claim is the planted effect: one of the driver's own metrics, the right direction, the right group, the right time, and
 * the kind or one that says the same. A trend may be told as a step; a step in the middle of the period may be told as a trend;
 * of two groups either may be told.
 */
export function isPlanted(planted: Planted, told: Told): boolean {
  if (!ownMetrics[planted.driver].includes(told.metric)) return false;
  if (planted.kind === "season") return told.analysis === "season";
  if (planted.kind === "group") return told.analysis === "group" && isSameGroup(planted, told);
  if (directionOf(planted, told.metric) !== told.direction) return false;
  if (planted.kind === "trend") return told.analysis === "trend" || told.analysis === "step";
  if (planted.kind === "step") {
    return (
      (told.analysis === "step" && isInTime(planted, told)) ||
      (told.analysis === "trend" && planted.shape === "middle")
    );
  }
  return told.analysis === planted.kind && (planted.kind !== "spike" || isInTime(planted, told));
}

/** Whether a claim is true of a business with something planted in it: the effect, what follows from it, or the week. */
export function holds(planted: Planted, told: Told): boolean {
  if (told.analysis === "season" && hasWeek(planted.business, told.metric)) return true;
  if (consequences[planted.driver][told.metric] === undefined) return false;
  if (planted.kind === "group") return told.analysis === "group" && isOfGroups(planted, told);
  if (told.analysis === "season") return planted.kind === "season";
  if (planted.kind === "season" || directionOf(planted, told.metric) !== told.direction) return false;
  switch (told.analysis) {
    case "period":
      return true;
    case "spike":
      return planted.kind === "spike" && isInTime(planted, told);
    case "step":
      return planted.kind === "trend" || (planted.kind !== "spike" && isInTime(planted, told));
    case "trend":
      return planted.kind === "trend" || planted.kind === "step" || isSettling(planted, told);
    default:
      return false;
  }
}

/** Whether a claim is true of a business in which nothing happens but chance and the week. */
export function holdsOfNothing(business: Business, told: Told): boolean {
  return told.analysis === "season" && hasWeek(business, told.metric);
}

function directionOf({ driver, direction }: Planted, metric: string): "up" | "down" | undefined {
  const sign = consequences[driver][metric];
  if (sign === undefined) return undefined;
  return sign === 1 ? direction : direction === "up" ? "down" : "up";
}

function isSameGroup(planted: Planted, told: Told): boolean {
  if (!planted.group || told.dimension !== planted.group.dimension) return false;
  const groups = planted.business.groups[planted.group.dimension];
  const sameWay = directionOf(planted, told.metric) === told.direction;
  if (told.group === planted.group.name) return sameWay;
  return groups.length === 2 && groups.some(({ name }) => name === told.group) && !sameWay;
}

/** Another group differs from a rest that the planted one is part of, the other way: that is so, if it says little. */
function isOfGroups(planted: Planted, told: Told): boolean {
  if (!planted.group || told.dimension !== planted.group.dimension) return false;
  const sameWay = directionOf(planted, told.metric) === told.direction;
  return told.group === planted.group.name ? sameWay : !sameWay;
}

/** Days that a moment may be off: two weeks or a tenth of the period. */
function toleranceOf({ period }: Business): number {
  return Math.max(14, Math.round(daysBetween(period.from, period.to) / 10));
}

/** Whether the days a claim points to are the planted ones: a spike's own, or about a step's. */
function isInTime(planted: Planted, { at, metric }: Told): boolean {
  const { business, driver, kind } = planted;
  const truth = planted.at ?? { from: business.period.from, to: business.period.from };
  if (!at) return false;
  const tolerance = kind === "spike" ? 0 : toleranceOf(business);
  const delayed = isDelayed(driver, metric);
  const later = delayed ? (kind === "spike" ? 7 : longestLife) : 0;
  const earlier = delayed && kind !== "spike" && driver !== "leads" ? longestLife : 0;
  return (
    at.to >= shiftDate(truth.from, -tolerance - earlier) && at.from <= shiftDate(truth.to, tolerance + later)
  );
}

/** A level that changed at the period's first day is still being reached by what follows with a delay. */
function isSettling({ kind, driver }: Planted, { metric }: Told): boolean {
  return kind === "period" && isDelayed(driver, metric);
}

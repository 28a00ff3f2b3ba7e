/** How long something was watched, and what ended it; null: nothing yet (censored). */
export interface Watched {
  /** From 0 on. */
  days: number;
  end: "event" | "competing" | null;
}

/** The share for which the event has come by a day, with its 90 % interval. */
export interface Incident {
  share: number;
  low: number;
  high: number;
}

export interface IncidencePoint extends Incident {
  /** A day on which events came. */
  days: number;
  events: number;
  /** Still watched and without any end just before. */
  atRisk: number;
}

export interface Incidence {
  curve: IncidencePoint[];
  /** The first day by which half of all had the event; null when that was not seen, as where most end otherwise. */
  median: number | null;
  /** The same for a quarter, half and three quarters. */
  quarters: IncidenceQuarter[];
  /** The curve on a day; null beyond the last that anyone was watched. */
  at(days: number): Incident | null;
}

/** When a share of all had the event. */
export interface IncidenceQuarter {
  /** .25, .5 or .75. */
  share: number;
  /** The first day by which so many had it, and the first on which the curve's 90 % limits allow it and ask for it; null: not seen. */
  days: number | null;
  low: number | null;
  high: number | null;
}

const z90 = 1.6448536;

/**
 * The share of all for which an event has come by each day, where another end makes it impossible: those ended so count in the whole, and
 * are not taken for some who may yet have it, as 1 − Kaplan–Meier takes them (Aalen & Johansen 1978; delta-method variance:
 * Marubini & Valsecchi 1995, on the log −log scale). Null without anyone watched.
 */
export function cumulativeIncidence(times: readonly Watched[]): Incidence | null {
  const valid = times.filter(({ days }) => days >= 0 && Number.isFinite(days));
  const last = valid.reduce((most, { days }) => Math.max(most, days), -1);
  if (last < 0) return null;
  const curve = curveOf(valid);
  const quarters = [0.25, 0.5, 0.75].map((share) => quarterOf(curve, share));
  return {
    curve,
    median: quarters[1]?.days ?? null,
    quarters,
    at: (days) => {
      if (!(days <= last)) return null;
      const { share, low, high } = curve.findLast((point) => point.days <= days) ?? start;
      return { share, low, high };
    },
  };
}

/** Limits as of a median: Brookmeyer & Crowley 1982. */
function quarterOf(curve: readonly IncidencePoint[], share: number): IncidenceQuarter {
  const firstDay = (limit: keyof Incident) =>
    curve.find((point) => point[limit] >= share - 1e-12)?.days ?? null;
  return { share, days: firstDay("share"), low: firstDay("high"), high: firstDay("low") };
}

const start: Incident = { share: 0, low: 0, high: 0 };

function curveOf(times: readonly Watched[]): IncidencePoint[] {
  const days = [...Map.groupBy(times, (time) => time.days)].sort(([a], [b]) => a - b);
  const curve: IncidencePoint[] = [];
  let atRisk = times.length;
  let free = 1;
  let share = 0;
  // The variance is Σ (F − Fⱼ)² hⱼ + Σ vⱼ − 2 Σ (F − Fⱼ) cⱼ: sums that do not depend on F are carried along.
  const sums = { h: 0, hF: 0, hF2: 0, v: 0, c: 0, cF: 0 };
  for (const [day, those] of days) {
    const events = those.filter(({ end }) => end === "event").length;
    const ends = those.filter(({ end }) => end !== null).length;
    share += (free * events) / atRisk;
    sums.v += (free ** 2 * events * (atRisk - events)) / atRisk ** 3;
    const c = (free * events) / atRisk ** 2;
    sums.c += c;
    sums.cF += c * share;
    // When all that were left have ended nothing comes after, and the term is 0.
    const h = ends < atRisk ? ends / (atRisk * (atRisk - ends)) : 0;
    sums.h += h;
    sums.hF += h * share;
    sums.hF2 += h * share ** 2;
    const variance =
      share ** 2 * sums.h - 2 * share * sums.hF + sums.hF2 + sums.v - 2 * (share * sums.c - sums.cF);
    if (events > 0) curve.push({ days: day, events, atRisk, ...incident(share, variance, atRisk) });
    free *= 1 - ends / atRisk;
    atRisk -= those.length;
  }
  return curve;
}

function incident(share: number, variance: number, atRisk: number): Incident {
  // When all had the event the formula has no value: all of so few are compatible with down to .1^(1/n).
  if (share >= 1 - 1e-12) return { share: 1, low: 0.1 ** (1 / atRisk), high: 1 };
  const error = Math.sqrt(Math.max(0, variance)) / (share * -Math.log(share));
  return { share, low: share ** Math.exp(z90 * error), high: share ** Math.exp(-z90 * error) };
}

/** How long something was waited for, and whether it came. */
export interface Waiting {
  /** From 0 on: until it came, or as long as was watched (censored). */
  days: number;
  event: boolean;
}

/** The share for which the event has not come yet, with its 90 % interval. */
export interface Surviving {
  share: number;
  low: number;
  high: number;
}

export interface SurvivalPoint extends Surviving {
  /** A day on which events came. */
  days: number;
  events: number;
  /** Still watched and without event just before. */
  atRisk: number;
}

export interface Survival {
  curve: SurvivalPoint[];
  /** The first day by which half had the event; null when that was not seen. */
  median: number | null;
  /** 90 % interval of the median; null where the curve's limits do not reach one half. */
  low: number | null;
  high: number | null;
  /** The curve on a day; null beyond the last that anyone was watched. */
  at(days: number): Surviving | null;
}

const z90 = 1.6448536;

/**
 * Time until an event, with those for whom it has not come yet (Kaplan & Meier, JASA 53, 1958; Greenwood's variance, on
 * the log −log scale: Kalbfleisch & Prentice 1980; interval of the median: Brookmeyer & Crowley, Biometrics 38, 1982).
 * Null without anyone watched.
 */
export function kaplanMeier(times: readonly Waiting[]): Survival | null {
  const valid = times.filter(({ days }) => days >= 0 && Number.isFinite(days));
  const last = valid.reduce((most, { days }) => Math.max(most, days), -1);
  if (last < 0) return null;
  const curve = curveOf(valid);
  const firstDay = (reached: (point: SurvivalPoint) => boolean) => curve.find(reached)?.days ?? null;
  return {
    curve,
    median: firstDay(({ share }) => share <= 0.5 + 1e-12),
    low: firstDay(({ low }) => low <= 0.5),
    high: firstDay(({ high }) => high <= 0.5),
    at: (days) => {
      if (!(days <= last)) return null;
      const { share, low, high } = curve.findLast((point) => point.days <= days) ?? start;
      return { share, low, high };
    },
  };
}

const start: Surviving = { share: 1, low: 1, high: 1 };

function curveOf(times: readonly Waiting[]): SurvivalPoint[] {
  const days = [...Map.groupBy(times, (time) => time.days)].sort(([a], [b]) => a - b);
  const curve: SurvivalPoint[] = [];
  let atRisk = times.length;
  let share = 1;
  let greenwood = 0;
  for (const [day, those] of days) {
    const events = those.filter(({ event }) => event).length;
    if (events > 0) {
      share *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      curve.push({ days: day, events, atRisk, ...surviving(share, greenwood, atRisk) });
    }
    atRisk -= those.length;
  }
  return curve;
}

function surviving(share: number, greenwood: number, atRisk: number): Surviving {
  // When the last has had the event the formula has no value: none of so few is compatible with up to 1 − .1^(1/n).
  if (share <= 0) return { share: 0, low: 0, high: 1 - 0.1 ** (1 / atRisk) };
  const error = Math.sqrt(greenwood) / Math.abs(Math.log(share));
  return { share, low: share ** Math.exp(z90 * error), high: share ** Math.exp(-z90 * error) };
}

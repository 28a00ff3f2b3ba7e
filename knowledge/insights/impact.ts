import type { Insight } from "#core/domain/insight.ts";
import type { Judged } from "./judge.ts";

/** How much a metric means for the business: what is won before what is begun before what is done. */
const meaning: Record<string, number> = {
  won: 3,
  win_rate: 3,
  conversion_rate: 3,
  lost: 2.5,
  new_leads: 2.5,
  first_response_time: 2,
  reply_rate: 2,
  objection_rate: 1.5,
};
const otherMeaning = 1;

/** A forecast asks for no action by itself, and weekdays mostly stay as they are. */
const urgency = { forecast: 0.3, season: 0.4, spike: 0.7 } as Record<string, number>;

/** How much a finding matters: size × meaning × share of the records concerned; about 0 to 9. */
export function weightOf(finding: Judged): number {
  const { metric, analysis } = finding;
  return (meaning[metric] ?? otherMeaning) * sizeOf(finding) * reachOf(finding) * (urgency[analysis] ?? 1);
}

/** What a weight is called. */
export function impactOf(weight: number): Insight["impact"] {
  return weight >= 3 ? "HIGH" : weight >= 1.2 ? "MEDIUM" : "LOW";
}

/** 0–3: half-way between the effect and the end of its interval that is nearer to none, so that vague ones weigh less. */
function sizeOf({ analysis, effect, low, high }: Judged): number {
  if (effect === null) return analysis === "forecast" ? 0.5 : 2;
  const near =
    low === null || high === null ? effect : low * high <= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  return Math.min(3, 4 * ((Math.abs(effect) + Math.min(Math.abs(effect), Math.abs(near))) / 2));
}

/** A small group concerns few. */
function reachOf({ analysis, numbers }: Judged): number {
  if (analysis !== "group") return 1;
  const own = numbers.group_count ?? 0;
  const share = own / Math.max(1, own + (numbers.rest_count ?? 0));
  return Math.min(1, 0.5 + 2.5 * Math.min(share, 1 - share));
}

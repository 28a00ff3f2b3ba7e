import type { Business } from "../generator/business.ts";
import { drawBusiness } from "../generator/draw-business.ts";
import { randomOf } from "../generator/random.ts";
import type { Plan } from "./plan.ts";
import { planGroup } from "./plan-group.ts";
import { planPeriod } from "./plan-period.ts";
import { planSeason } from "./plan-season.ts";
import { planSpike } from "./plan-spike.ts";
import { planStep } from "./plan-step.ts";
import { planTrend } from "./plan-trend.ts";
import { leastStrength, type Planted, type PlantedKind } from "./planted.ts";
import { strengthIn } from "./strength.ts";

const plans: Record<PlantedKind, Plan> = {
  trend: planTrend,
  step: planStep,
  spike: planSpike,
  season: planSeason,
  group: planGroup,
  period: planPeriod,
};

const tries = 500;

/** Draws a business with one effect in it that is obvious; the seed decides everything. */
export function drawPlanted(kind: PlantedKind, seed: string, to: string): Planted {
  const plan = plans[kind];
  // The form stays the same from try to try, or only the forms that are easily strong would be left.
  const form = randomOf(kind, seed, "form");
  const shape = form.pick(plan.shapes);
  const driver = form.pick(plan.setting(form, shape).drivers);
  const up = form.chance(0.5);
  for (let attempt = 0; attempt < tries; attempt++) {
    const key = `${kind}/${seed}/${attempt}`;
    const random = randomOf(key, "plan");
    const setting = plan.setting(random, shape);
    const base = drawBusiness(key, {
      flat: setting.flat ?? random.chance(0.5),
      history: setting.history,
      days: random.whole(...setting.days),
      contacts: Math.round(random.between(...setting.contacts)),
      to,
      after: random.pick([0, 45]),
    });
    const calm: Business = { ...base, campaignsInTurn: false };
    const { effect, change, ...told } = plan.plant({ business: calm, random, driver, shape, up });
    const business: Business = { ...calm, ...change, effects: [effect] };
    const strength = strengthIn(business, effect, { before: kind === "period" });
    if (strength >= leastStrength[kind]) return { ...told, kind, driver, shape, strength, business };
  }
  throw new Error(
    `no ${kind} of at least ${leastStrength[kind]} standard errors in ${tries} draws of ${seed}`,
  );
}

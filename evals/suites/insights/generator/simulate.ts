import type { Business } from "./business.ts";
import { businessHour, type Calendar } from "./calendar.ts";
import { makeCompanies } from "./companies.ts";
import { dayLevels, type Membership } from "./levels.ts";
import { hour, localDays } from "./local-days.ts";
import { type Random, randomOf } from "./random.ts";
import { simulateLead } from "./simulate-lead.ts";
import type { MadeWorkspace } from "./workspace.ts";

/** Lets a business run, day by day, and writes down what a CRM would hold of it. */
export function simulate(business: Business): MadeWorkspace {
  const days = localDays(business.timeZone, business.records);
  const leadLevels = dayLevels(business, days, "leads");
  const messageLevels = dayLevels(business, days, "messages");
  const last = days.at(-1);
  const calendar: Calendar = { days, messageLevels, end: (last?.start ?? 0) + 24 * hour };
  const random = randomOf(business.seed, "leads");
  const companies = makeCompanies(business, random);
  const made: MadeWorkspace = {
    companies: companies.all,
    contacts: [],
    conversations: [],
    interactions: [],
    outcomes: [],
  };
  for (const [index, day] of days.entries()) {
    const coming = random.poisson(business.leadsADay * (leadLevels[index] ?? 0));
    for (let n = 0; n < coming; n++) {
      const company = random.chance(0.9) ? companies.draw(random) : null;
      const groups = { ...company?.groups, ...drawGroups(business, { random, at: index / days.length }) };
      const createdAt = day.start + businessHour(random) * hour;
      if (createdAt >= calendar.end) continue;
      simulateLead(made, {
        business,
        calendar,
        random,
        groups,
        companyId: company?.id ?? null,
        index,
        createdAt,
      });
    }
  }
  return made;
}

function drawGroups(
  { groups, campaignsInTurn }: Business,
  { random, at }: { random: Random; at: number },
): Membership {
  const draw = (dimension: "source" | "assigned_to" | "campaign", missing: number) => {
    const all = groups[dimension];
    if (all.length === 0 || random.chance(missing)) return null;
    return all[random.weighted(all.map(({ share }) => share))]?.name ?? null;
  };
  const inTurn = groups.campaign[Math.floor(at * groups.campaign.length)]?.name ?? null;
  return {
    source: draw("source", 0.05),
    assigned_to: draw("assigned_to", 0.03),
    campaign: campaignsInTurn ? (random.chance(0.5) ? inTurn : null) : draw("campaign", 0.5),
  };
}

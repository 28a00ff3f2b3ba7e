import type { Business } from "./business.ts";
import type { Membership } from "./levels.ts";
import type { Random } from "./random.ts";
import type { MadeCompany } from "./workspace.ts";

/** Bands of company size with the head counts that are drawn for them. */
export const sizeBands: Readonly<Record<string, readonly [number, number]>> = {
  "1–9": [1, 9],
  "10–49": [10, 49],
  "50–249": [50, 249],
  "250–999": [250, 999],
  "1000+": [1_000, 20_000],
};

/** The companies of a workspace, one for about three leads. */
export function makeCompanies({ groups, leadsADay, records }: Business, random: Random) {
  const days = (Date.parse(records.to) - Date.parse(records.from)) / 86_400_000;
  const number = Math.max(3, Math.round((leadsADay * days) / 3));
  const groupsOf = new Map<string, Membership>();
  const all = Array.from({ length: number }, (_, index): MadeCompany => {
    const id = random.uuid();
    const size = draw(groups.company_size, random);
    const industry = random.chance(0.1) ? null : draw(groups.industry, random);
    const [low, high] = sizeBands[size ?? ""] ?? [1, 1];
    groupsOf.set(id, { company_size: size, industry });
    return {
      id,
      name: `Company ${index + 1}`,
      industry,
      employees: size === null ? null : random.whole(low, high),
    };
  });
  return {
    all,
    draw: (by: Random) => {
      const company = by.pick(all);
      return { id: company.id, groups: groupsOf.get(company.id) ?? {} };
    },
  };
}

function draw(groups: readonly { name: string; share: number }[], random: Random): string | null {
  return groups[random.weighted(groups.map(({ share }) => share))]?.name ?? null;
}

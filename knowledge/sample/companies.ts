import { type Country, countries } from "./countries.ts";
import { type Industry, industries } from "./industries.ts";
import type { Random } from "./random.ts";

/** A made-up company of the studio's customers. */
export interface Company {
  id: string;
  name: string;
  domain: string;
  industry: Industry;
  country: Country;
  city: string;
  staff: number;
}

const beginnings =
  "Bluewater Kestrel Rowan Larkfield Sunnyside Northgate Ashgrove Millbrook Foxglove Silverbirch Harrow Oakmere Brightside Copperfield Meadowlark Riverbend Stonebridge Thistle Wildwood Amberley Beacon Cedarway Dunmore Eastwell Fairhaven Glenrock Hazelmount Ivybank Juniper Kingsley Lindenhof Maplecross Nightingale Orchard Penrose Quayside Redfern Saltmarsh Tamarind Underhill Valemont Westbrook Yarrow Zephyr".split(
    " ",
  );

/** Makes up that many companies, no two of one name or domain. */
export function createCompanies(random: Random, count: number): Company[] {
  const taken = new Set<string>();
  const shares = Object.fromEntries(countries.map((c) => [c.name, c.share]));
  return Array.from({ length: count }, (_, index) => {
    const industry = random.pick(industries);
    const drawn = random.weighted(shares);
    const country = countries.find((c) => c.name === drawn) ?? random.pick(countries);
    const name = freshName(random, industry, taken);
    return {
      id: `co-${String(index + 1).padStart(3, "0")}`,
      name,
      domain: `${name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`,
      industry,
      country,
      city: random.pick(country.cities),
      staff: Math.max(1, Math.round(random.around(industry.staff, 0.8))),
    };
  });
}

function freshName(random: Random, industry: Industry, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(beginnings)} ${random.pick(industry.endings)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

import type { Dimension } from "./metric.ts";

/** Numbers of employees, each band up to the next. */
export const sizeBands = [
  { from: 1, name: "1–9" },
  { from: 10, name: "10–49" },
  { from: 50, name: "50–249" },
  { from: 250, name: "250–999" },
  { from: 1_000, name: "1000+" },
] as const;

const sizeBand = `case when co.employees >= 1 then (array[${sizeBands.map(({ name }) => `'${name}'`).join(", ")}])[
    width_bucket(co.employees, array[${sizeBands.map(({ from }) => from).join(", ")}])] end`;

/** The SQL of each dimension of a contact `c` with its company `co`; the channel comes from its interactions. */
export const contactColumns: Record<Exclude<Dimension, "channel">, string> = {
  source: "nullif(btrim(c.source), '')",
  campaign: "nullif(btrim(c.metadata ->> 'campaignId'), '')",
  company_size: sizeBand,
  industry: "nullif(btrim(co.industry), '')",
  assigned_to: "nullif(btrim(c.assigned_to), '')",
  status: "c.status",
};

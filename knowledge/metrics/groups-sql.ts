import type { Dimension } from "./metric.ts";
import { summaryOf } from "./summary-sql.ts";

/** How many groups of a dimension are told beside the one without a value; the others are only counted. */
export const mostGroups = 30;

/** The part that groups leads by dimensions: all in one pass over them, the groups with most going on in the period first. */
export function groupsSql(dimensions: readonly Dimension[]): string {
  if (dimensions.length === 0) return "";
  const which = dimensions.map((name) => `when grouping(${name}) = 0 then '${name}'`).join(" ");
  return `union all select 'group', json_build_array(dimension, name, groups, new_leads, won, ended, matured, converted,
        interactions, inbound, outbound, replies, replied, ${summaryOf("responses")}, ${summaryOf("scores")})
      from (
        select *, count(*) over (partition by dimension) as groups, row_number() over (partition by dimension
            order by name is null desc, new_leads + ended + interactions desc, size desc, name collate "C") as place
        from (
          select case ${which} end as dimension, coalesce(${dimensions.join(", ")}, null) as name, count(*) as size,
            count(new_lead) as new_leads, count(ending) as ended, count(winning) as won, count(ripe) as matured,
            count(converted) as converted, coalesce(sum(interactions), 0) as interactions, coalesce(sum(inbound), 0) as inbound,
            coalesce(sum(outbound), 0) as outbound, coalesce(sum(replies), 0) as replies, coalesce(sum(replied), 0) as replied,
            array_agg(response) filter (where response is not null) as responses,
            array_agg(open_score) filter (where open_score is not null) as scores
          from lead group by grouping sets (${dimensions.map((name) => `(${name})`).join(", ")})) g) g
      where place <= ${mostGroups + 1}`;
}

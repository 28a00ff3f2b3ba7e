import type { ToolContext } from "#core/tool.ts";
import {
  type ListedOpportunity,
  type ListTotal,
  type OpportunityInsight,
  opportunityInsights,
} from "#knowledge/insights/opportunity-insights.ts";
import type { listOpportunities } from "./list-opportunities.ts";
import { ownOnly } from "./passage-filter-input.ts";

export type { OpportunityInsight } from "#knowledge/insights/opportunity-insights.ts";

/** What list_opportunities gives, as far as insights need it. */
export interface OpportunityList {
  opportunities: readonly ListedOpportunity[];
  /** How many there are of each kind. */
  totals: Readonly<Record<string, ListTotal>>;
  /** Whose contacts alone were looked at; everybody's by default. */
  assignedTo?: string | undefined;
  notes: readonly string[];
}

/** Lists opportunities as of a moment. */
export type ListForInsights = (context: ToolContext, asOf: Date) => Promise<OpportunityList>;

/** So many are looked at; the kinds share them. */
const limit = 30;

/** Turns the tool list_opportunities into what the insights graph asks for: the first page as of a moment. */
export function listForInsights(tool: ReturnType<typeof listOpportunities>): ListForInsights {
  return async (context, asOf) => {
    const { opportunities, totals, notes } = await tool.run(context, { limit, as_of: asOf.toISOString() });
    return {
      opportunities,
      totals: Object.fromEntries(totals.map(({ kind, ...total }) => [kind, total])),
      ...ownOnly(context.principal),
      notes,
    };
  };
}

/** One insight a kind of opportunity. */
export function toOpportunityInsights({ opportunities, totals }: OpportunityList): OpportunityInsight[] {
  return opportunityInsights(opportunities, totals);
}

/** What tells an entry from all others, for comparing runs. */
export function opportunityId({ kind, contact_id }: ListedOpportunity): string {
  return `${kind}:${contact_id}`;
}

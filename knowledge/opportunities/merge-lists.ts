import type { Opportunity, OpportunityKind, OpportunityList } from "./opportunity.ts";

/**
 * One list of several: the best of each first, then the second of each. A contact is told once, where it comes first, so that
 * nobody is called twice.
 */
export function mergeLists(lists: ReadonlyMap<OpportunityKind, OpportunityList>): Opportunity[] {
  const merged = new Map<string, Opportunity>();
  const ranked = [...lists.values()].map(({ opportunities }) => opportunities);
  const longest = Math.max(0, ...ranked.map((list) => list.length));
  for (let place = 0; place < longest; place++) {
    for (const list of ranked) {
      const found = list[place];
      if (found && !merged.has(found.contactId)) merged.set(found.contactId, found);
    }
  }
  return [...merged.values()];
}

import { ageText, dayOf, daysBetween } from "./age-text.ts";
import type { Candidates } from "./find-waiting.ts";
import type { ReadContact } from "./load-contacts.ts";
import type { Opportunity, OpportunityList } from "./opportunity.ts";
import type { QuietRule } from "./quiet-days.ts";
import { base } from "./waiting-lists.ts";

const mostIds = 3;

/** Open leads with a high score that have been silent for longer than leads like them are: the best score first. */
export function goneQuiet(
  { candidates, count }: Candidates,
  { contacts, asOf, rule }: { contacts: ReadonlyMap<string, ReadContact>; asOf: Date; rule: QuietRule },
): OpportunityList {
  const { days, gaps } = rule;
  if (days === null) {
    const notes = [
      `gone_quiet: ${gaps} gaps between days of contact are known of leads that were won or look so; 20 are needed to tell how long is long.`,
    ];
    return { opportunities: [], total: { count: 0, exact: true }, notes };
  }
  const opportunities = candidates.flatMap((candidate): Opportunity[] => {
    const contact = contacts.get(candidate.contactId);
    const last = contact?.latest.at(-1);
    if (!contact || !last) return [];
    const standing =
      candidate.probability === null
        ? "Open lead without a score"
        : `Scores ${(100 * candidate.probability).toFixed(0)} of 100 (band ${candidate.band})`;
    return [
      {
        ...base(candidate, contact),
        kind: "gone_quiet",
        since: last.occurredAt,
        messageIds: contact.latest.slice(-mostIds).map(({ id }) => id),
        quote: null,
        reason: `${standing}; nothing either way for ${ageText(last.occurredAt, asOf)}, since ${dayOf(last.occurredAt)}: of leads that were won or look so, three in four gaps last ${days.toFixed(0)} days at most (${gaps} gaps).`,
        suggestedAction: "Write with something new for them (an answer, a case, a date), or call.",
        numbers: { quietDays: daysBetween(last.occurredAt, asOf), usualDays: days, gaps },
      },
    ];
  });
  return { opportunities, total: { count, exact: true }, notes: [] };
}

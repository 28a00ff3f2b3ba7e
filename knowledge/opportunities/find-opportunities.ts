import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { loadBoughtAgain } from "./bought-again.ts";
import { findCustomers } from "./find-customers.ts";
import { findWaiting, longestWaitDays, mostRead, type Standing } from "./find-waiting.ts";
import { goneQuiet } from "./gone-quiet.ts";
import { loadContacts } from "./load-contacts.ts";
import type { OpportunityKind, OpportunityList, OpportunityQuery } from "./opportunity.ts";
import { learnQuietDays } from "./quiet-days.ts";
import { fewestBoughtAgain, matchCustomers, upsell } from "./upsell.ts";
import { hotUnanswered, unansweredQuestions } from "./waiting-lists.ts";

/** Opportunities of the kinds that were asked for, each list best first, and what is to be said of them. */
export interface Opportunities {
  lists: Map<OpportunityKind, OpportunityList>;
  notes: string[];
}

/** Finds opportunities in six statements at most; only the texts of the best candidates of each list are read. */
export async function findOpportunities(
  tx: Transaction,
  principal: Principal,
  query: OpportunityQuery,
): Promise<Opportunities> {
  const { kinds, asOf } = query;
  const wanted = new Set(kinds);
  const rule = wanted.has("gone_quiet")
    ? await learnQuietDays(tx, principal, query)
    : { days: null, gaps: 0 };
  const isWaiting = kinds.some((kind) => kind !== "upsell");
  const standing = isWaiting ? await findWaiting(tx, principal, { ...query, quietDays: rule.days }) : null;
  const again = wanted.has("upsell") ? await loadBoughtAgain(tx, principal, asOf) : [];
  const customers = again.length < fewestBoughtAgain ? [] : await findCustomers(tx, principal, query);
  const matches = matchCustomers(customers, again, query.assignedTo);
  const ids = new Set(matches.matches.slice(0, mostRead).map(({ customer }) => customer.contactId));
  if (standing) {
    const lists = {
      hot_unanswered: standing.hot,
      unanswered_questions: standing.asking,
      gone_quiet: standing.quiet,
    };
    for (const [kind, { candidates }] of Object.entries(lists)) {
      if (wanted.has(kind as OpportunityKind)) for (const { contactId } of candidates) ids.add(contactId);
    }
  }
  const contacts = await loadContacts(tx, principal, { ids: [...ids], asOf });
  const reading = { contacts, asOf };
  const lists = new Map<OpportunityKind, OpportunityList>();
  for (const kind of kinds) {
    if (kind === "upsell") lists.set(kind, upsell(matches, { ...reading, again }));
    else if (!standing) continue;
    else if (kind === "hot_unanswered") lists.set(kind, hotUnanswered(standing.hot, reading));
    else if (kind === "unanswered_questions") lists.set(kind, unansweredQuestions(standing.asking, reading));
    else lists.set(kind, goneQuiet(standing.quiet, { ...reading, rule }));
  }
  const notes = [...lists.values()].flatMap((list) => list.notes);
  return { lists, notes: [...(standing ? standingNotes(standing, query) : []), ...notes] };
}

const waitingKinds: ReadonlySet<OpportunityKind> = new Set(["hot_unanswered", "unanswered_questions"]);

function standingNotes(
  { open, scored, stale, tooOld }: Standing,
  { kinds, past }: OpportunityQuery,
): string[] {
  const notes: string[] = [];
  const byScore = kinds.some((kind) => kind === "hot_unanswered" || kind === "gone_quiet");
  if (byScore && open > 0 && scored === 0) {
    notes.push(
      past
        ? "No open lead had a score at that moment: every open lead counts, by age."
        : "No open lead has a score yet: every open lead counts, by age. `rapport train` makes scores, find_leads brings them up to date.",
    );
  } else if (byScore && stale + (open - scored) > 0) {
    notes.push(
      `${stale} scores of ${open} open leads are out of date and ${open - scored} are missing: find_leads makes them, then call again.`,
    );
  }
  if (tooOld > 0 && kinds.some((kind) => waitingKinds.has(kind))) {
    notes.push(`${tooOld} contacts wrote last more than ${longestWaitDays} days ago, and are left out.`);
  }
  if (past)
    notes.push("Statuses and names are today's; messages, outcomes and scores are those of that moment.");
  return notes;
}

import { counted, dayOf } from "./age-text.ts";
import type { BoughtAgain } from "./bought-again.ts";
import type { Customer } from "./find-customers.ts";
import { mostRead } from "./find-waiting.ts";
import type { ReadContact } from "./load-contacts.ts";
import type { Opportunity, OpportunityList } from "./opportunity.ts";
import {
  distanceBetween,
  distanceTo,
  middleCount,
  profileOf,
  type TouchProfile,
  touchDays,
} from "./touch-measures.ts";
import { base } from "./waiting-lists.ts";

/** With fewer who bought again there is nothing to be like. */
export const fewestBoughtAgain = 5;
/** Whoever is farther from their middle, in spreads, is not like them. */
const farthest = 1;
/** Where their middle is no farther from that of the other customers, being like them tells nothing. */
const leastApart = 0.5;
const mostIds = 3;

/** A customer who is in touch as those were who bought again, with the one who was most alike. */
export interface Match {
  customer: Customer;
  distance: number;
  /** Null where everybody alike is somebody else's customer. */
  like: BoughtAgain | null;
}

/** Customers who are in touch as those were who bought again, nearest first. */
export interface Matches {
  matches: Match[];
  profile: TouchProfile | null;
  notes: string[];
}

/**
 * Finds the customers that are nearer to those who bought again than to the other customers.
 * @param assignedTo only this user's are found, and named as alike; what is usual is learnt from all.
 */
export function matchCustomers(
  customers: readonly Customer[],
  again: readonly BoughtAgain[],
  assignedTo?: string,
): Matches {
  const none = (note: string): Matches => ({ matches: [], profile: null, notes: [`upsell: ${note}`] });
  if (again.length < fewestBoughtAgain) {
    return none(
      `${again.length === 0 ? "nobody" : counted(again.length, "customer")} bought again as far as is recorded; ${fewestBoughtAgain} are needed to say who is like them. A later outcome won, or activities labelled upsell, renewal or expansion, show it.`,
    );
  }
  const before = new Set(again.map(({ contactId }) => contactId));
  const others = customers.filter(({ contactId }) => !before.has(contactId));
  const profile = profileOf(again);
  const usual = profileOf(others);
  const apart = distanceTo(unscaled(usual), profile);
  if (others.length > 0 && apart < leastApart) {
    return none(
      `the ${again.length} customers who bought again were in touch before it as all customers are, so nobody can be said to be like them.`,
    );
  }
  const isSeen = (of: { assignedTo: string | null }) =>
    assignedTo === undefined || of.assignedTo === assignedTo;
  const seen = again.filter(isSeen);
  const matches = customers.filter(isSeen).flatMap((customer): Match[] => {
    const distance = distanceTo(customer, profile);
    if (
      distance > farthest ||
      distance >= distanceTo(customer, { middle: usual.middle, spread: profile.spread })
    )
      return [];
    return [{ customer, distance, like: nearest(customer, seen, profile) }];
  });
  matches.sort((a, b) => a.distance - b.distance || (a.customer.contactId < b.customer.contactId ? -1 : 1));
  return { matches, profile, notes: [] };
}

/** The list of those matches that were read. */
export function upsell(
  { matches, profile, notes }: Matches,
  {
    contacts,
    asOf,
    again,
  }: { contacts: ReadonlyMap<string, ReadContact>; asOf: Date; again: readonly BoughtAgain[] },
): OpportunityList {
  const opportunities = matches.slice(0, mostRead).flatMap((match): Opportunity[] => {
    const contact = contacts.get(match.customer.contactId);
    if (!contact || !profile) return [];
    return [toOpportunity(match, { contact, profile, asOf, bought: again.length })];
  });
  return { opportunities, total: { count: matches.length, exact: true }, notes };
}

interface Told {
  contact: ReadContact;
  profile: TouchProfile;
  asOf: Date;
  bought: number;
}

function toOpportunity(
  { customer, distance, like }: Match,
  { contact, profile, asOf, bought }: Told,
): Opportunity {
  const { inbound, outbound, talks } = customer;
  const usual = (["inbound", "outbound", "talks"] as const).map((m) => middleCount(profile, m).toFixed(1));
  const since = customer.since ? `Customer since ${dayOf(customer.since)}` : "Customer";
  const last = contact.latest.at(-1)?.occurredAt ?? customer.since ?? asOf;
  return {
    ...base(customer, contact),
    kind: "upsell",
    since: last,
    messageIds: contact.latest.slice(-mostIds).map(({ id }) => id),
    quote: null,
    reason: `${since}; in the last ${touchDays} days ${inbound} inbound, ${outbound} outbound, ${talks} calls or meetings, against ${usual.join(", ")} in the ${touchDays} days before the ${bought} customers who bought again did so (${distance.toFixed(2)} standard deviations apart).`,
    suggestedAction: "Ask what has changed for them, and offer what fits next.",
    numbers: { inbound, outbound, talks, distance: Math.round(distance * 100) / 100, boughtAgain: bought },
    like: like && { contactId: like.contactId, name: like.name, boughtAgainAt: like.at },
  };
}

function nearest(
  customer: Customer,
  again: readonly BoughtAgain[],
  profile: TouchProfile,
): BoughtAgain | null {
  let best: { like: BoughtAgain; distance: number } | null = null;
  for (const like of again) {
    if (like.contactId === customer.contactId) continue;
    const distance = distanceBetween(customer, like, profile);
    if (best === null || distance < best.distance) best = { like, distance };
  }
  return best?.like ?? null;
}

function unscaled(profile: TouchProfile) {
  return {
    inbound: middleCount(profile, "inbound"),
    outbound: middleCount(profile, "outbound"),
    talks: middleCount(profile, "talks"),
  };
}

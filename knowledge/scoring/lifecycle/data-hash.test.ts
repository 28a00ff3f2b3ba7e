import { describe, expect, test } from "vitest";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { moment, syntheticLeads } from "../training/synthetic-leads.ts";
import { dataHash } from "./data-hash.ts";

const now = new Date("2026-07-01T00:00:00Z");
const leads = syntheticLeads(12);
const hash = dataHash(leads, now);

/** The leads with one of them changed. */
const changed = (change: (lead: LabelledLead) => Partial<LabelledLead>) =>
  leads.map((lead, i) => (i === 4 ? { ...lead, ...change(lead) } : lead));
const seen = (change: (snapshot: LabelledLead["snapshot"]) => Partial<LabelledLead["snapshot"]>) =>
  changed(({ snapshot }) => ({ snapshot: { ...snapshot, ...change(snapshot) } }));

test("is 64 hexadecimal digits", () => {
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

describe("is the same", () => {
  test.each<[string, readonly LabelledLead[]]>([
    ["for leads in another order", leads.toReversed()],
    [
      "for fields in another order",
      seen(({ fields }) => ({ fields: Object.fromEntries(Object.entries(fields).reverse()) })),
    ],
    ["for another id of the contact", seen(() => ({ contactId: "another" }))],
    [
      "for other ids of interactions, and so another order of those of one moment",
      seen(({ interactions }) => ({
        interactions: interactions.map((interaction, i) => ({ ...interaction, id: `other ${i}` })).reverse(),
      })),
    ],
  ])("%s", (_, same) => {
    expect(dataHash(same, now)).toBe(hash);
  });

  test("for leads without dates, whenever they are seen", () => {
    const at = (asOf: Date) => leads.map((lead) => ({ ...lead, snapshot: { ...lead.snapshot, asOf } }));
    const later = new Date(now.getTime() + 1);
    expect(dataHash(at(later), later)).toBe(dataHash(at(now), now));
  });
});

describe("is another", () => {
  test.each<[string, readonly LabelledLead[]]>([
    ["for one lead less", leads.slice(1)],
    ["for a lead twice", [...leads, ...leads.slice(0, 1)]],
    ["for another key", changed(() => ({ key: "k" }))],
    ["for another outcome", changed(({ result }) => ({ result: result === "won" ? "lost" : "won" }))],
    ["for another end", changed(() => ({ endedAt: moment }))],
    ["for another moment", seen(() => ({ asOf: new Date(moment.getTime() + 1) }))],
    ["for another beginning", seen(() => ({ createdAt: moment }))],
    ["for another value", seen(({ fields }) => ({ fields: { ...fields, country: "BE" } }))],
    [
      "for a number that is a text",
      seen(({ fields }) => ({ fields: { ...fields, budget: `${fields.budget}` } })),
    ],
    ["for another field", seen(({ fields }) => ({ fields: { ...fields, more: null } }))],
    [
      "for another interaction",
      seen(({ interactions }) => ({ interactions: interactions.map((i) => ({ ...i, textLength: 7_777 })) })),
    ],
    [
      "for interactions that became one conversation",
      seen(({ interactions }) => ({
        interactions: interactions.map((i) => ({ ...i, conversationId: "c" })),
      })),
    ],
  ])("%s", (_, other) => {
    expect(dataHash(other, now)).not.toBe(hash);
  });
});

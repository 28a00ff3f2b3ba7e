import { expect, test } from "vitest";
import { describeLead } from "./describe-lead.ts";
import type { LeadView } from "./ports.ts";

const lead: LeadView = {
  contact: {
    id: "c1",
    externalId: "crm-77",
    name: "Ada Byron",
    company: "Example Mills",
    position: "Weaver",
  },
  snapshot: {
    contactId: "c1",
    asOf: new Date("2026-03-05T00:00:00Z"),
    createdAt: null,
    fields: {
      assignedTo: "Eve Owner",
      company: "Example Mills",
      seats: 40,
      since: "2026-03-01",
      nickname: "Countess",
      "billing address": "1 Example Row",
      greeting: "Dear ada byron",
      backup: "eve@example.com",
      mobile: 4420794600018,
      fax: "+44 20 7946 0018",
    },
    interactions: [],
  },
  outcome: null,
  touches: [
    {
      id: "m1",
      at: new Date("2026-03-01T09:00:00Z"),
      direction: "INBOUND",
      label: "email",
      excerpt: "40 seats by 2026-04-01? Write to ada@example.com or ring +44 20 7946 0018. Ada",
    },
  ],
};

test("tells a model plain fields, without the owner, names, addresses, e-mail addresses and phone numbers", () => {
  const { fields } = JSON.parse(describeLead(lead));
  expect(fields).toEqual({ company: "Example Mills", seats: 40, since: "2026-03-01" });
});

test("hides e-mail addresses and phone numbers in messages", () => {
  const { latest_messages: messages } = JSON.parse(describeLead(lead));
  expect(messages[0].text).toBe("40 seats by 2026-04-01? Write to [email] or ring [phone]. Ada");
});

test("does not say which contact it is", () => {
  expect(describeLead(lead)).not.toMatch(/c1|crm-77|Byron|eve@|7946/i);
});

import type { FieldValue } from "#core/domain/contact.ts";
import { seededRandom } from "../evaluate/seeded-random.ts";
import type { LabelledLead, LeadSnapshot, SnapshotInteraction } from "../snapshots/snapshot.ts";

/** The moment of every made-up lead. */
export const moment = new Date("2026-06-01T12:00:00Z");

/** Uniform numbers in [0, 1) that a seed fixes. */
export const randomNumbers = seededRandom;

/** An interaction so many days before the moment. */
export function touch(
  id: string,
  daysAgo: number,
  more: Partial<SnapshotInteraction> = {},
): SnapshotInteraction {
  const blank = {
    type: null,
    channel: null,
    activity: null,
    direction: null,
    duration: null,
    sentiment: null,
  };
  return { ...blank, id, at: new Date(moment.getTime() - daysAgo * 86_400_000), textLength: 0, ...more };
}

/** A lead at the moment, oldest interaction first. */
export function snapshotOf(more: Partial<LeadSnapshot> = {}): LeadSnapshot {
  return { contactId: "contact", asOf: moment, createdAt: null, fields: {}, interactions: [], ...more };
}

/** Made-up leads for tests: budget, industry and replies decide the outcome, some values are missing, notes are noise. */
export function syntheticLeads(count: number, seed = 1): LabelledLead[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, i) => syntheticLead(i, random));
}

function syntheticLead(i: number, random: () => number): LabelledLead {
  const budget = Math.round(Math.exp(8 + 2 * random()));
  const industry = ["retail", "health", "energy", "media"][Math.floor(4 * random())] ?? "media";
  const replies = Math.floor(5 * random());
  const fields: Record<string, FieldValue> = {
    budget: random() < 0.1 ? null : budget,
    industry,
    newsletter: random() < 0.5,
    region: random() < 0.3 ? null : `region ${Math.floor(6 * random())}`,
    note: `lead ${i} ${"said something or other ".repeat(2 + Math.floor(3 * random()))}`,
    code: `code-${i}`,
    country: "NL",
  };
  const interactions = Array.from({ length: 2 * replies }, (_, k) =>
    touch(`${i}/${k}`, 40 - 3 * k - 2 * random(), {
      direction: k % 2 === 0 ? "OUTBOUND" : "INBOUND",
      channel: "EMAIL",
      type: "EMAIL",
      textLength: Math.floor(300 * random()),
    }),
  );
  const logOdds = -2.2 + (Math.log(budget) - 9) + (industry === "energy" ? 1 : 0) + 0.6 * replies;
  const result = random() < 1 / (1 + Math.exp(-logOdds)) ? "won" : "lost";
  const snapshot = snapshotOf({ contactId: `contact-${String(i).padStart(5, "0")}`, fields, interactions });
  return { key: snapshot.contactId, snapshot, result, endedAt: null };
}

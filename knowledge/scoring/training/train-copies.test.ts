import { expect, test } from "vitest";
import type { FieldValue } from "#core/domain/contact.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { randomNumbers, snapshotOf, syntheticLeads } from "./synthetic-leads.ts";
import { trainLeadModel } from "./train.ts";

const trainedAt = new Date("2026-06-02T00:00:00Z");

function leadOf(i: number, fields: Record<string, FieldValue>, won: boolean): LabelledLead {
  const contactId = `contact-${String(i).padStart(5, "0")}`;
  return {
    key: contactId,
    snapshot: snapshotOf({ contactId, fields }),
    result: won ? "won" : "lost",
    endedAt: null,
  };
}

function twice(leads: readonly LabelledLead[]): LabelledLead[] {
  const again = leads.map((lead) => {
    const contactId = `again-${lead.key}`;
    return { ...lead, key: contactId, snapshot: { ...lead.snapshot, contactId } };
  });
  return [...leads, ...again];
}

test("noise given twice stays noise", async () => {
  const random = randomNumbers(11);
  const noise = Array.from({ length: 500 }, (_, i) => {
    const fields = Object.fromEntries([..."abcdefgh"].map((name) => [name, Math.floor(1_000 * random())]));
    return leadOf(i, { ...fields, city: `city ${Math.floor(60 * random())}` }, random() < 0.4);
  });
  const { report } = await trainLeadModel(twice(noise), { trainedAt });
  expect(report).toMatchObject({ rows: 1_000, copies: 500, signal: { signal: false } });
  expect(report.grade?.grade).toBe("Not ready");
  expect(report.checks).toEqual([]);
  expect(report.crossValidated?.leads).toBe(500);
});

test("two coarse categories still teach what they know", async () => {
  const random = randomNumbers(12);
  const coarse = Array.from({ length: 800 }, (_, i) => {
    const [size, industry] = [Math.floor(3 * random()), Math.floor(4 * random())];
    const chance = 1 / (1 + Math.exp(-1.2 * (size - 1) - 0.8 * (industry - 1.5)));
    return leadOf(i, { size: `size ${size}`, industry: `industry ${industry}` }, random() < chance);
  });
  const { report } = await trainLeadModel(coarse, { trainedAt });
  expect(report).toMatchObject({ copies: 0, signal: { signal: true } });
  expect(report.crossValidated?.auc).toBeGreaterThan(0.7);
});

test("the newest are judged without those that older ones are copies of", async () => {
  const leads = syntheticLeads(600).map((lead, i) => ({
    ...lead,
    endedAt: new Date(Date.UTC(2026, 0, 1, i)),
  }));
  const late = twice(leads.slice(0, 60)).slice(60);
  const copied = late.map((lead, i) => ({ ...lead, endedAt: new Date(Date.UTC(2026, 1, 20, i)) }));
  const { report } = await trainLeadModel([...leads, ...copied], { trainedAt });
  expect(report).toMatchObject({ copies: 60, holdOut: { method: "time", trainedOn: 528 } });
  expect(report.holdOut?.metrics?.leads).toBe(72);
});

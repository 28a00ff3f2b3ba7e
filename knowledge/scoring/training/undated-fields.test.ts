import { expect, test } from "vitest";
import type { FieldValue } from "#core/domain/contact.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { snapshotOf } from "./synthetic-leads.ts";
import { undatedFields } from "./undated-fields.ts";

function lead(i: number, fields: Record<string, FieldValue>, day = 1): LabelledLead {
  const asOf = new Date(Date.UTC(2026, 0, day));
  return { key: String(i), snapshot: snapshotOf({ fields, asOf }), result: "won", endedAt: null };
}

const fields = (i: number) => ({
  met: `2025-03-${10 + i}`,
  renewed: i < 19 ? `2025-04-${10 + (i % 9)}` : null,
  code: i < 10 ? `2025-05-${10 + i}` : `c${i}`,
  budget: i,
});

test("names the fields with dates when all leads are seen at one moment", () => {
  const leads = Array.from({ length: 20 }, (_, i) => lead(i, fields(i)));
  expect([...undatedFields(leads)].sort()).toEqual(["met", "renewed"]);
});

test("names none when each lead is seen at a moment of its own", () => {
  const leads = Array.from({ length: 20 }, (_, i) => lead(i, fields(i), 1 + i));
  expect(undatedFields(leads).size).toBe(0);
});

test("knows nothing of no leads", () => {
  expect(undatedFields([]).size).toBe(0);
});

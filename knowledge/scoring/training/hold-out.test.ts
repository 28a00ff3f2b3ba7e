import { describe, expect, test } from "vitest";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { assignFolds, holdOut } from "./hold-out.ts";
import { syntheticLeads } from "./synthetic-leads.ts";

const leads = syntheticLeads(400);
const dated = (at: (i: number) => Date | null): LabelledLead[] =>
  leads.map((lead, i) => ({ ...lead, endedAt: at(i) }));
const dayOf = (i: number) => new Date(2026, 0, 1 + i);
const won = (part: LabelledLead[]) => part.filter((l) => l.result === "won").length / part.length;

test("holds the newest fifth out when leads are dated", () => {
  const { method, training, heldOut } = holdOut(dated(dayOf), 0);
  expect(method).toBe("time");
  expect(heldOut).toHaveLength(80);
  const last = Math.max(...training.map((l) => l.endedAt?.getTime() ?? 0));
  expect(Math.min(...heldOut.map((l) => l.endedAt?.getTime() ?? 0))).toBeGreaterThan(last);
});

describe("draws by contact id", () => {
  test.each<[string, LabelledLead[]]>([
    ["without dates", leads],
    ["when many have none", dated((i) => (i % 5 ? dayOf(i) : null))],
    ["when all ended on one day", dated(() => dayOf(1))],
  ])("%s", (_, table) => {
    const { method, training, heldOut } = holdOut(table, 0);
    expect(method).toBe("hash");
    expect(heldOut.length).toBe(80);
    expect(won(heldOut)).toBeCloseTo(won(training), 1);
  });
});

test("folds share both outcomes evenly", () => {
  const folds = assignFolds(leads, 5, 3);
  for (let k = 0; k < 5; k++) {
    const part = leads.filter((_, i) => folds[i] === k);
    expect(part.length).toBeGreaterThan(77);
    expect(won(part)).toBeCloseTo(won(leads), 1);
  }
});

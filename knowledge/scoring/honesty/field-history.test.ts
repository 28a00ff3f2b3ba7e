import { describe, expect, test } from "vitest";
import type { FieldValue } from "#core/domain/contact.ts";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";
import { dateSources, fieldHistory, fieldHistoryOf } from "./field-history.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n, 9));

function lead(change: Partial<LeadRecord>): LeadRecord {
  return {
    contactId: "c",
    externalId: null,
    email: null,
    version: "1",
    createdAt: day(1),
    changes: [],
    interactions: [],
    outcome: { result: "won", at: day(20) },
    ...change,
  };
}
/** A lead whose field `f` took these values on these days. */
const course = (...values: [number | null, FieldValue][]) =>
  lead({ changes: values.map(([at, f]) => ({ from: at === null ? null : day(at), fields: { f } })) });
const fieldOf = (...records: LeadRecord[]) => fieldHistoryOf(records).fields[0];

describe("fieldHistoryOf", () => {
  test.each<[string, LeadRecord, { filled: number; timed: number; late: number }]>([
    ["filled in time", course([3, "a"]), { filled: 1, timed: 1, late: 0 }],
    ["filled on the day of the outcome", course([20, "a"]), { filled: 1, timed: 1, late: 1 }],
    ["changed after it", course([3, "a"], [25, "b"]), { filled: 1, timed: 1, late: 1 }],
    ["written again, unchanged", course([3, "a"], [25, "a"]), { filled: 1, timed: 1, late: 0 }],
    ["undated", course([null, "a"]), { filled: 1, timed: 0, late: 0 }],
    [
      "the lead ended the day it came",
      { ...course([1, "a"]), outcome: { result: "won", at: day(1) } },
      { filled: 1, timed: 0, late: 0 },
    ],
    [
      "the end is undated",
      { ...course([3, "a"]), outcome: { result: "won", at: null } },
      { filled: 1, timed: 0, late: 0 },
    ],
  ])("%s", (_, record, won) => {
    expect(fieldOf(record)).toMatchObject({ field: "f", won, lost: { filled: 0 }, open: 0 });
  });

  test("a value that was taken away again, or is blank, is none", () => {
    expect(fieldHistoryOf([course([3, "a"], [5, null]), course([3, null]), course([3, ""])]).fields).toEqual(
      [],
    );
  });

  test("open leads are counted apart", () => {
    const history = fieldHistoryOf([
      { ...course([3, "a"]), outcome: null },
      { ...course([3, "a"]), outcome: { result: "lost", at: null } },
    ]);
    expect(history).toMatchObject({ won: 0, lost: 1, open: 1 });
    expect(history.fields[0]).toMatchObject({ open: 1, lost: { filled: 1 } });
  });

  test.each<[string, LeadRecord, object]>([
    [
      "the outcome's day",
      course([1, "2026-01-20"]),
      { withOutcome: 1, onOutcome: 1, afterOutcome: 0, afterContact: 1 },
    ],
    ["a later day", course([1, "2026-03-01"]), { onOutcome: 0, afterOutcome: 1, afterContact: 1 }],
    [
      "a day that was planned before",
      course([1, null], [5, "2026-01-20"]),
      { onOutcome: 0, afterContact: 0 },
    ],
    ["the first contact's day", course([1, "2026-01-01"]), { withContact: 1, afterContact: 0 }],
    ["a birthday", course([1, "1980-05-05"]), { onOutcome: 0, afterOutcome: 0, afterContact: 0 }],
  ])("a date: %s", (_, record, dates) => {
    expect(fieldOf(record)?.dates).toMatchObject({ leads: 1, ...dates });
  });

  test("without a beginning, dates are held against the lead's other dates of the same years", () => {
    const fields = { born: "1980-05-05", came: "2026-01-02", closed: "2026-02-01" };
    const record = lead({ createdAt: null, changes: [{ from: null, fields }] });
    const found = fieldHistoryOf([record]).fields.map(({ field, dates }) => [
      field,
      dates.withOther,
      dates.afterOther,
    ]);
    expect(found).toEqual([
      ["born", 1, 0],
      ["came", 1, 0],
      ["closed", 1, 1],
    ]);
  });

  test("is plain JSON, and tells which features are dates", () => {
    const history = fieldHistoryOf([
      lead({ changes: [{ from: null, fields: { since: "2026-01-02", note: "2026-01-02", size: 3 } }] }),
      lead({ changes: [{ from: null, fields: { since: "2025-01-02", note: "none", size: 3 } }] }),
      lead({ changes: [{ from: null, fields: { since: "2024-01-02", note: "call", size: 3 } }] }),
    ]);
    expect(fieldHistory.parse(JSON.parse(JSON.stringify(history)))).toEqual(history);
    expect([...dateSources(history)]).toEqual(["field:since"]);
  });
});

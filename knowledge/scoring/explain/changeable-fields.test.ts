import { expect, test } from "vitest";
import type { FieldValue } from "#core/domain/contact.ts";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";
import { changeableFields } from "./changeable-fields.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
type State = [from: number | null, fields: Record<string, FieldValue>];

const record = (i: number, states: State[], endsOn: number | null = null): LeadRecord => ({
  contactId: `c${i}`,
  externalId: null,
  email: null,
  version: "1",
  createdAt: day(1),
  changes: states.map(([from, fields]) => ({ from: from === null ? null : day(from), fields })),
  interactions: [],
  outcome: endsOn === null ? null : { result: "won", at: day(endsOn) },
});
const many = (count: number, of: (i: number) => State[], endsOn?: number) =>
  Array.from({ length: count }, (_, i) => record(i, of(i), endsOn));

test("a field that becomes another while leads are open is changeable, with its common values", () => {
  const records = many(40, (i) => [
    [1, { stage: "new", country: "NL", age: 30 + i }],
    [5, { stage: i % 2 === 0 ? "demo" : "offer" }],
  ]);
  expect(changeableFields(records)).toEqual([
    { field: "stage", levels: ["new", "demo", "offer"], quantiles: [] },
  ]);
});

test("a number has quantiles, ascending", () => {
  const records = many(40, (i) => [
    [1, { discount: i }],
    [5, { discount: i + 1 }],
  ]);
  const [field] = changeableFields(records);
  expect(field).toMatchObject({ field: "discount", levels: [] });
  expect(field?.quantiles).toHaveLength(5);
  expect(field?.quantiles).toEqual(field?.quantiles.toSorted((a, b) => a - b));
});

const changing: [string, LeadRecord[]][] = [
  [
    "is only filled in later",
    many(40, (i) => [
      [1, { x: null }],
      [5, { x: i % 2 === 0 ? "a" : "b" }],
    ]),
  ],
  [
    "changes with the end or after it",
    many(
      40,
      () => [
        [1, { x: "a" }],
        [9, { x: "b" }],
      ],
      9,
    ),
  ],
  [
    "was corrected for two leads",
    many(40, (i) => [
      [1, { x: i % 3 === 0 ? "a" : "b" }],
      [5, { x: i < 2 ? "c" : null }],
    ]),
  ],
  [
    "is written the same again",
    many(40, (i) => [
      [1, { x: i % 2 ? "a" : "b" }],
      [5, { x: i % 2 ? "a" : "b" }],
    ]),
  ],
  [
    "is a date",
    many(40, () => [
      [1, { x: "2026-01-02" }],
      [5, { x: "2026-01-09" }],
    ]),
  ],
  [
    "never has the same value twice",
    many(40, (i) => [
      [1, { x: `a ${i}` }],
      [5, { x: `b ${i}` }],
    ]),
  ],
];

test.each(changing)("a field that %s is not", (_, records) => {
  expect(changeableFields(records)).toEqual([]);
});

test("a workspace without a history may declare fields", () => {
  const records = many(40, (i) => [
    [null, { plan: i % 2 === 0 ? "basic" : "pro", country: i % 2 === 0 ? "NL" : "BE" }],
  ]);
  expect(changeableFields(records)).toEqual([]);
  expect(changeableFields(records, ["plan"])).toEqual([
    { field: "plan", levels: ["basic", "pro"], quantiles: [] },
  ]);
});

import { describe, expect, test } from "vitest";
import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { checkFields } from "./check-fields.ts";
import { fieldCheck } from "./field-check.ts";
import { type FieldHistory, fieldHistoryOf } from "./field-history.ts";

type Make = (won: boolean, random: () => number, i: number) => FeatureValue;

/** Leads of which `rate` won, with three dull fields and the given ones. */
function table(count: number, fields: Record<string, Make>, rate = 0.3) {
  const random = randomNumbers(count);
  const labels = Uint8Array.from({ length: count }, () => (random() < rate ? 1 : 0));
  const rows: FeatureRow[] = Array.from(labels, (y, i) => {
    const dull = {
      "field:size": random(),
      "field:town": `t${Math.floor(30 * random())}`,
      "field:old": random() < 0.5,
    };
    const made = Object.entries(fields).map(([name, make]) => [name, make(y === 1, random, i)]);
    return { ...dull, ...Object.fromEntries(made) };
  });
  return { rows, labels };
}
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const named = (checks: ReturnType<typeof checkFields>) =>
  checks.map(({ field, verdict }) => `${field}: ${verdict}`);

describe("checkFields on the table alone", () => {
  test.each<[string, Make, RegExp]>([
    ["a copy", (won) => (won ? "yes" : "no"), /AUC 1\.000, (100|over 99\.9|99\.\d) %/],
    ["a copy with errors", (won, r) => won !== r() < 0.05, /of \d+ won leads/],
    ["its opposite as a number", (won) => (won ? 0 : 1), /AUC 1\.000/],
    ["an amount that only won leads have", (won, r) => (won ? 1 + r() : 0), /AUC 1\.000/],
    [
      "filled for half of the lost",
      (won, r) => (!won && r() < 0.5 ? `reason ${r()}` : null),
      /^0 % of \d+ won leads have a value, and \d+ % of \d+ lost leads\.$/,
    ],
    [
      "a copy with gaps",
      (won, r) => (r() < 0.7 ? null : won !== r() < 0.05 ? "a" : "b"),
      /^\d+ % of \d+ won leads that have it have one of its telling values/,
    ],
    ["levels of either side", (won, r) => `stage ${2 * Math.floor(5 * r()) + (won ? 1 : 0)}`, /AUC/],
    ["shifted far", (won, r) => normal(r) + (won ? 4 : 0), /AUC/],
  ])("leaves out %s", (_, make, words) => {
    const [check, ...others] = checkFields(table(600, { "field:x": make }));
    expect(check).toMatchObject({ source: "field:x", field: "x", verdict: "leak" });
    expect(check?.evidence.join(" ")).toMatch(words);
    expect(others).toEqual([]);
  });

  test.each<[string, number, Make]>([
    ["a strong number, AUC .88, among others", 40, (won, r) => normal(r) + (won ? 1.66 : 0)],
    ["a strong number, AUC .88", 2_000, (won, r) => normal(r) + (won ? 1.66 : 0)],
    ["an earlier success", 8_000, (won, r) => (r() < (won ? 0.2 : 0.014) ? "success" : "none")],
    ["a level of one side that few have", 8_000, (won, r) => (won && r() < 0.03 ? "champion" : "none")],
    ["a level for each lead", 2_000, (_, __, i) => `lead ${i}`],
    ["a lucky level", 60, (_, r) => `level ${Math.floor(20 * r())}`],
  ])("does not leave out %s (%i leads)", (_, count, make) => {
    const leaks = checkFields(table(count, { "field:x": make })).filter(({ verdict }) => verdict === "leak");
    expect(leaks).toEqual([]);
  });

  test("names the field that is by far the strongest", () => {
    const checks = checkFields(table(2_000, { "field:x": (won, r) => normal(r) + (won ? 1.5 : 0) }));
    expect(checks).toMatchObject([{ field: "x", verdict: "suspect", kinds: ["strongest"] }]);
    expect(checks[0]?.evidence[0]).toMatch(/^By far the strongest: alone it explains \d+ %/);
  });

  test("names two that are one thing told twice", () => {
    const seconds = table(2_000, { "field:s": (won, r) => normal(r) + (won ? 1.5 : 0) });
    const rows = seconds.rows.map((row) => ({ ...row, "field:min": Number(row["field:s"]) / 60 }));
    expect(named(checkFields({ ...seconds, rows }))).toEqual(["min: suspect", "s: suspect"]);
  });

  test("names no strong field among its equals", () => {
    const fields = Object.fromEntries(
      ["a", "b", "c"].map((name): [string, Make] => [
        `field:${name}`,
        (won, r) => normal(r) + (won ? 1.5 : 0),
      ]),
    );
    expect(checkFields(table(2_000, fields))).toEqual([]);
  });

  test("suspects a number at whose least nobody was ever won: a call that never came about", () => {
    const call: Make = (won, r) => (!won && r() < 0.17 ? 0 : Math.exp(normal(r) + (won ? 0.5 : 0)));
    const rival: Make = (won, r) => normal(r) + (won ? 1.1 : 0);
    const [check] = checkFields(table(4_000, { "field:call": call, "field:rival": rival }));
    expect(check).toMatchObject({ field: "call", verdict: "suspect", kinds: ["one-sided-end"] });
  });

  test("an engagement measure is only left out when it decides", () => {
    const onlyWon = checkFields(table(600, { meetings: (won, r) => (won && r() < 0.5 ? 1 : 0) }));
    expect(onlyWon.filter(({ verdict }) => verdict === "leak")).toEqual([]);
    const decides = checkFields(table(600, { meetings: (won) => (won ? 1 : 0) }));
    expect(decides).toMatchObject([{ source: "meetings", verdict: "leak", kinds: ["decides"] }]);
  });

  test("leaks come first, and neither values nor the names of fields decide anything", () => {
    const fields: Record<string, Make> = {
      "field:outcome_won_leak": (_, r) => r(),
      "field:a": (won, r) => normal(r) + (won ? 1.6 : 0),
      "field:b": (won) => (won ? "Anna Smith" : "Bob Jones"),
    };
    const checks = checkFields(table(2_000, fields));
    expect(named(checks)).toEqual(["b: leak", "a: suspect"]);
    expect(JSON.stringify(checks)).not.toMatch(/Anna|Bob/);
    expect(fieldCheck.array().parse(JSON.parse(JSON.stringify(checks)))).toEqual(checks);
  });
});

describe("checkFields with a history", () => {
  const dull = table(400, {});
  const counts = (more: object) => ({ filled: 190, timed: 190, late: 0, ...more });
  const dates = {
    leads: 0,
    withOutcome: 0,
    onOutcome: 0,
    afterOutcome: 0,
    withContact: 0,
    afterContact: 0,
    withOther: 0,
    afterOther: 0,
  };
  const steady = ["a", "b", "c"].map((field) => ({
    field,
    won: counts({}),
    lost: counts({}),
    open: 95,
    dates,
  }));
  const history = (x: object): FieldHistory => ({
    won: 200,
    lost: 200,
    open: 100,
    fields: [...steady, { field: "x", won: counts({}), lost: counts({}), open: 95, dates, ...x }],
  });
  const check = (x: object) => checkFields({ ...dull, history: history(x) });

  test.each<[string, object, string, string, string]>([
    [
      "written at the end",
      { won: counts({ late: 150 }) },
      "leak",
      "changes-at-outcome",
      "In 79 % of 190 won leads",
    ],
    [
      "sometimes late",
      { lost: counts({ late: 70 }) },
      "suspect",
      "changes-at-outcome",
      "In 37 % of 190 lost leads",
    ],
    [
      "only ended leads have it",
      { open: 1 },
      "leak",
      "only-ended",
      "95 % of 400 ended leads have it, and 1.0 % of 100 open ones.",
    ],
    [
      "hardly any open lead has it",
      { won: counts({ filled: 80 }), lost: counts({ filled: 70 }), open: 1 },
      "suspect",
      "only-ended",
      "38 %",
    ],
    [
      "only lost leads have it in the end",
      { won: counts({ filled: 0 }), open: 40 },
      "leak",
      "one-side",
      "0 % of 200 won leads have a value in the end",
    ],
    [
      "the outcome's date",
      { dates: { ...dates, withOutcome: 300, onOutcome: 290 } },
      "leak",
      "date-at-outcome",
      "in 97 % that very day",
    ],
    [
      "a later date",
      { dates: { ...dates, withOutcome: 300, afterOutcome: 290 } },
      "suspect",
      "date-at-outcome",
      "97 % of 300",
    ],
    [
      "a date after contact",
      { dates: { ...dates, withContact: 300, afterContact: 200 } },
      "suspect",
      "date-after-contact",
      "67 % of 300",
    ],
  ])("names %s", (_, x, verdict, kind, words) => {
    const checks = check(x);
    expect(checks).toMatchObject([{ source: "field:x", verdict, kinds: [kind], aloneAuc: null }]);
    expect(checks[0]?.evidence[0]).toContain(words);
  });

  test.each<[string, FieldHistory]>([
    ["steady fields", history({})],
    ["a few late corrections", history({ won: counts({ late: 20 }) })],
    [
      "a date that is seldom after contact",
      history({ dates: { ...dates, withContact: 300, afterContact: 30 } }),
    ],
    ["no open leads", { ...history({ open: 0 }), open: 0 }],
    [
      "all fields stamped late by their source",
      {
        ...history({}),
        fields: history({}).fields.map((f) => ({
          ...f,
          won: counts({ late: 180 }),
          lost: counts({ late: 180 }),
        })),
      },
    ],
    [
      "open leads from a poorer source",
      { ...history({}), fields: history({}).fields.map((f) => ({ ...f, open: 0 })) },
    ],
    ["no leads at all", fieldHistoryOf([])],
  ])("says nothing of %s", (_, given) => {
    expect(checkFields({ ...dull, history: given })).toEqual([]);
  });
});

describe("checkFields on bad input", () => {
  const odd: Record<string, Make> = {
    "field:constant": () => 1,
    "field:missing": () => null,
    "field:infinite": (_, r) => (r() < 0.5 ? Number.POSITIVE_INFINITY : Number.NaN),
    "field:mixed": (_, r) => (r() < 0.5 ? r() : r() < 0.5 ? "x" : true),
    "field:codes": (_, r) => `c${Math.floor(5_000 * r())}`,
    "field:blank": () => "",
    "field:text": (_, r) => "words ".repeat(1 + Math.floor(50 * r())),
    __proto__x: (_, r) => r(),
  };

  test.each([0, 1, 2, 30, 5_000])("finds nothing in %i odd rows", (count) => {
    expect(checkFields(table(count, odd))).toEqual([]);
  });

  test("finds nothing in 500 columns of noise", () => {
    const noise = Object.fromEntries(
      Array.from({ length: 500 }, (_, j): [string, Make] => [
        `field:f${j}`,
        (_, r) => (j % 2 ? r() : `l${Math.floor(9 * r())}`),
      ]),
    );
    expect(checkFields(table(60, noise))).toEqual([]);
  });

  test.each([0, 1])("finds nothing where all leads ended alike (%i)", (label) => {
    const { rows } = table(100, { "field:x": (won) => won });
    expect(checkFields({ rows, labels: new Uint8Array(100).fill(label) })).toEqual([]);
  });

  test("duplicates of a few rows give finite figures", () => {
    const few = table(40, { "field:x": (won, r) => (won ? 1 : r()) });
    const rows = Array.from({ length: 25 }, () => few.rows).flat();
    const labels = Uint8Array.from({ length: 1_000 }, (_, i) => few.labels[i % 40] as number);
    for (const { aloneAuc, aloneExplained, evidence } of checkFields({ rows, labels })) {
      expect([aloneAuc, aloneExplained].every((v) => Number.isFinite(v))).toBe(true);
      expect(evidence.join()).not.toContain("NaN");
    }
  });
});

import { describe, expect, test } from "vitest";
import { probabilityOf } from "../score.ts";
import { snapshotOf, touch } from "../training/synthetic-leads.ts";
import { gainOf } from "./gain.ts";
import { handMadeModel } from "./hand-made-model.ts";
import { improvements } from "./improvements.ts";

const rules = {
  "field:stage": (value: unknown) => ({ demo: 0.5, offer: 1.2, stalled: -2 })[String(value)] ?? 0,
  "field:discount": (value: unknown) => -Number(value) / 20,
  "field:country": (value: unknown) => (value === "NL" ? 2 : -2),
  meetings: (value: unknown) => 0.8 * Number(value),
  days_since_inbound: (value: unknown) => -Number(value) / 10,
  channels: (value: unknown) => 0.3 * Number(value),
};
const changeable = [
  { field: "stage", levels: ["new", "demo", "offer", "stalled"], quantiles: [] },
  { field: "discount", levels: [], quantiles: [0, 5, 10, 20, 40] },
];
const model = handMadeModel({ rules, changeable });
const fields = { stage: "demo", discount: 12, country: "BE" };
const written = touch("a", 30, { direction: "OUTBOUND", channel: "EMAIL" });
const lead = snapshotOf({ fields, interactions: [written] });

describe("fields that people change", () => {
  const found = improvements(model, lead);
  const of = (field: string) => found.find((improvement) => improvement.field === field);

  test("are offered with the best common level, and the next better quantile", () => {
    expect(of("stage")).toMatchObject({ from: "demo", to: "offer" });
    expect(of("discount")).toMatchObject({ from: "12", to: "10" });
  });

  test("who the lead is does not come up", () => {
    expect(of("country")).toBeUndefined();
  });

  test("gain what the model says of the lead with that value", () => {
    const row = model.features(lead);
    const gain = 100 * (probabilityOf(model, { ...row, "field:stage": "offer" }) - probabilityOf(model, row));
    expect(of("stage")?.gainPoints).toBeCloseTo(gain, 9);
  });

  test("whose value is not known are left alone", () => {
    const unknown = snapshotOf({ fields: { country: "BE" }, interactions: [written] });
    expect(improvements(model, unknown).map(({ field }) => field)).not.toContain("stage");
  });
});

test("nothing is suggested that would make the score fall, and each gain lies in its interval", () => {
  for (const stage of ["new", "demo", "offer", "stalled"]) {
    for (const { gainPoints, gainLow, gainHigh } of improvements(model, {
      ...lead,
      fields: { ...fields, stage },
    })) {
      expect(gainPoints).toBeGreaterThan(0);
      expect(gainLow).toBeLessThan(gainPoints);
      expect(gainHigh).toBeGreaterThan(gainPoints);
    }
  }
});

describe("a meeting", () => {
  const booked = (found: ReturnType<typeof improvements>) =>
    found.some(({ reason }) => reason.startsWith("Book a meeting"));
  const met = (daysAgo: number) =>
    snapshotOf({ fields, interactions: [written, touch("m", daysAgo, { type: "MEETING" })] });

  test.each([
    ["none was held", lead, {}, true],
    [
      "there were only mails",
      snapshotOf({ fields, interactions: [touch("a", 5, { direction: "OUTBOUND" })] }),
      {},
      true,
    ],
    ["the last one is long ago", met(20), {}, true],
    ["one was held last week", met(7), {}, false],
    ["one is to come", met(-3), {}, false],
    ["one stands in the calendar", lead, { meetingPlanned: true }, false],
  ])("is suggested or not when %s", (_, snapshot, options, expected) => {
    expect(booked(improvements(model, snapshot, options))).toBe(expected);
  });
});

test.each([
  ["was written to yesterday", touch("a", 1, { direction: "OUTBOUND", channel: "EMAIL" })],
  ["waits for an answer", touch("a", 5, { direction: "INBOUND", channel: "EMAIL" })],
])("a lead who %s is not pursued over another channel", (_, last) => {
  const found = improvements(model, snapshotOf({ fields, interactions: [last] }));
  expect(found.map(({ reason }) => reason).join()).not.toContain("another channel");
});

test("a model that cannot tell leads apart suggests nothing", () => {
  expect(improvements(handMadeModel({ rules: {}, changeable }), lead)).toEqual([]);
});

describe("the interval of a gain", () => {
  const [before, after] = [{ "field:stage": "demo" }, { "field:stage": "offer" }];
  const width = ({ low, high }: { low: number; high: number }) => high - low;

  test("is that of the difference where the model knows it", () => {
    const knowing = handMadeModel({ rules, differenceVariance: () => 0.01 });
    expect(width(gainOf(knowing, before, after))).toBeLessThan(width(gainOf(model, before, after)) / 2);
  });

  test("takes both predictions as independent where it does not", () => {
    const same = handMadeModel({ rules, differenceVariance: () => 2 * 0.04 });
    expect(gainOf(model, before, after)).toEqual(gainOf(same, before, after));
  });

  test("includes a loss, and the suggestion goes, where the gain is lost in it", () => {
    const unsure = handMadeModel({ rules, changeable, variance: 30 });
    expect(gainOf(unsure, before, after).low).toBeLessThan(0);
    expect(improvements(unsure, lead).map(({ field }) => field)).not.toContain("discount");
  });
});

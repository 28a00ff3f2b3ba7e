import { describe, expect, test } from "vitest";
import { moment, snapshotOf, touch } from "../training/synthetic-leads.ts";
import { extractFeatures } from "./extract-features.ts";
import { historyOf } from "./history.ts";
import { engagementFeature, engagementFeatures } from "./registry.ts";

const story = [
  touch("intro", 30, { direction: "OUTBOUND", channel: "EMAIL", activity: "Intro" }),
  touch("reply", 29, { direction: "INBOUND", channel: "EMAIL", textLength: 100, sentiment: 0.5 }),
  touch("nudge", 28.5, { direction: "INBOUND", channel: "EMAIL", textLength: 300 }),
  touch("call", 28, { direction: "OUTBOUND", channel: "PHONE", type: "PHONE_CALL" }),
  touch("visit", 5, { type: "MEETING", channel: "IN_PERSON" }),
  touch("offer", 4, { direction: "OUTBOUND", channel: "EMAIL", activity: "Intro" }),
];

describe("engagement", () => {
  const snapshot = snapshotOf({ interactions: story, createdAt: new Date("2026-05-01T12:00:00Z") });
  const row = extractFeatures(snapshot);

  test.each([
    ["interactions", 6],
    ["inbound", 2],
    ["outbound", 3],
    ["interactions_7d", 2],
    ["interactions_30d", 6],
    ["days_since_last", 4],
    ["days_since_inbound", 28.5],
    ["our_response_hours", 24],
    ["lead_response_hours", 24],
    ["unanswered_outbound", 2],
    ["inbound_share", 0.4],
    ["gap_days", 1],
    ["channels", 3],
    ["channel_share_email", 4 / 6],
    ["meetings", 1],
    ["calls", 1],
    ["inbound_length", 200],
    ["sentiment", 0.5],
    ["activity:Intro", 2],
    ["lead_age_days", 31],
  ])("%s is %d", (name, value) => {
    expect(row[name]).toBeCloseTo(value, 9);
  });

  test("names the interactions behind a measure, the newest first", () => {
    const history = historyOf(snapshot);
    expect(engagementFeature("inbound")?.evidence(history)).toEqual(["nudge", "reply"]);
    expect(engagementFeature("unanswered_outbound")?.evidence(history)).toEqual(["offer", "call"]);
    expect(engagementFeature("interactions")?.evidence(history)).toHaveLength(5);
  });

  test("counts a transcript's lines as one call", () => {
    const line = (id: string) => touch(id, 3, { type: "PHONE_CALL", conversationId: "t1" });
    const interactions = [line("hello"), line("goodbye"), touch("other", 2, { type: "PHONE_CALL" })];
    expect(extractFeatures(snapshotOf({ interactions })).calls).toBe(2);
  });

  test("leaves away what happens at the moment or later", () => {
    const late = [...story, touch("now", 0, { direction: "INBOUND" }), touch("tomorrow", -1)];
    expect(extractFeatures(snapshotOf({ interactions: late })).interactions).toBe(6);
  });

  test("is not known rather than 0 where nothing happened", () => {
    const empty = extractFeatures(snapshotOf());
    expect(empty.days_since_last).toBeNull();
    expect(empty.our_response_hours).toBeNull();
    expect(empty.inbound).toBe(0);
  });

  test("labels and names are unique", () => {
    expect(new Set(engagementFeatures.map((f) => f.label)).size).toBe(engagementFeatures.length);
    expect(new Set(engagementFeatures.map((f) => f.name)).size).toBe(engagementFeatures.length);
  });
});

describe("fields", () => {
  test("a field never shadows a measure of the same name", () => {
    const row = extractFeatures(snapshotOf({ fields: { inbound: "many", "activity:Intro": 7 } }));
    expect(row.inbound).toBe(0);
    expect(row["field:inbound"]).toBe("many");
    expect(row["activity:Intro"]).toBeUndefined();
  });

  test.each([
    ["2026-05-30", 2.5],
    ["2026-05-31T12:00:00Z", 1],
    ["2026-13-45", "2026-13-45"],
    [" ", null],
    [Number.POSITIVE_INFINITY, null],
    [false, false],
    ["red", "red"],
  ])("%s is read as %s", (value, expected) => {
    expect(extractFeatures(snapshotOf({ asOf: moment, fields: { f: value } }))["field:f"]).toBe(expected);
  });
});

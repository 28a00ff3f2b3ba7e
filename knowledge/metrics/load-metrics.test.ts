import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace } from "../db/test-database.ts";
import { parseSegment } from "./segment.ts";
import { at, days, groups, load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

let us: Principal;

beforeAll(async () => {
  us = await freshWorkspace();
  const others = await freshWorkspace();
  await addRecords(others, [
    { created: "2026-03-05T08:00:00Z", source: "Theirs", touches: [["2026-03-05T09:00:00Z", "in"]] },
  ]);
  await addRecords(us, [
    {
      // Won after two days; an earlier "lost" is history. Asked on the 2nd, answered after 3 hours by phone.
      created: "2026-03-02T08:00:00Z",
      ...{
        source: "Referral",
        campaign: "spring",
        assignedTo: "ann",
        status: "CUSTOMER",
        employees: 9,
        industry: "Retail",
      },
      outcomes: [
        { result: "lost", at: "2026-03-03T00:00:00Z" },
        { result: "won", at: "2026-03-04T08:00:00Z" },
      ],
      touches: [
        ["2026-03-02T00:30:00Z", "in"],
        ["2026-03-02T03:30:00Z", "call out", "PHONE"],
        ["2026-03-10T09:00:00Z", "in", "CHAT"],
        ["2026-03-12T09:00:00.001Z", "out", "CHAT"],
      ],
    },
    {
      // Lost; nobody answers the form in time, and the message after exactly two days.
      created: "2026-03-02T23:59:59Z",
      ...{ source: "Referral", assignedTo: "bob", employees: 10 },
      outcomes: [{ result: "lost", at: "2026-03-20T00:00:00Z" }],
      touches: [
        ["2026-03-03T00:00:00Z", "form in", "WEBSITE"],
        ["2026-03-05T00:00:00Z", "in"],
        ["2026-03-07T00:00:00Z", "out"],
        ["2026-03-08T00:00:00Z", "?"],
      ],
    },
    {
      // Withdrawn: open again. Wrote yesterday, which is too late to judge; nobody answered.
      created: "2026-03-30T00:00:00Z",
      ...{ source: "Event", assignedTo: "ann", employees: 1_000 },
      outcomes: [
        { result: "won", at: "2026-03-30T01:00:00Z" },
        { result: null, at: null },
      ],
      touches: [["2026-03-30T02:00:00Z", "in"]],
      stage: "offer",
      score: { probability: 0.8, band: "A" },
    },
    {
      // Won, nobody knows when; came before the period.
      created: "2026-02-28T23:59:59Z",
      outcomes: [{ result: "won", at: null }],
    },
    {
      // Came at the very beginning; its outcome and its message lie in the future.
      created: "2026-03-01T00:00:00Z",
      ...{ source: "Event", score: { probability: 0.4, band: "C" } },
      outcomes: [{ result: "won", at: "2026-05-01T00:00:00Z" }],
      touches: [["2026-04-02T00:00:00Z", "out"]],
    },
    { created: "2026-12-01T00:00:00Z", source: "Tomorrow" },
    // On the period's last border: not in it.
    { created: "2026-03-31T00:00:00Z", source: "Event" },
  ]);
});

describe("counted by hand", () => {
  test("leads", async () => {
    const loaded = await load(us);
    expect(days(loaded, "new_leads")).toEqual({ "01": 1, "02": 2, "30": 1 });
    // It is the first outcome and came in the day: nobody knows what came before it.
    expect(days(loaded, "won")).toEqual({});
    expect(at(loaded, "won", "2026-03-04")).toEqual({ at: "2026-03-04", value: null, n: 1 });
    expect(days(loaded, "lost")).toEqual({ "20": 1 });
    expect(days(loaded, "win_rate")).toEqual({ "04": 1 });
    // The won one took two days: 29 March and later are too young.
    expect(days(loaded, "conversion_rate")).toEqual({ "02": 0.5 });
    expect(loaded.daysToWin).toBe(2);
    const conversion = loaded.series.find(({ metric }) => metric === "conversion_rate");
    expect(conversion?.points.at(0)).toEqual({ at: "2026-03-01", value: 0, n: 1, hits: 0 });
    expect(conversion?.points.at(-1)).toEqual({ at: "2026-03-30", value: null, n: 0, hits: 0 });
    expect(loaded.contacts).toBe(6);
  });

  test("interactions", async () => {
    const loaded = await load(us);
    expect(days(loaded, "interactions")).toEqual({
      "02": 2,
      "03": 1,
      "05": 1,
      "07": 1,
      "08": 1,
      "10": 1,
      "12": 1,
      "30": 1,
    });
    expect(days(loaded, "inbound_messages")).toEqual({ "02": 1, "05": 1, "10": 1, "30": 1 });
    expect(days(loaded, "outbound_messages")).toEqual({ "07": 1, "12": 1 });
    expect(days(loaded, "first_response_time")).toEqual({ "02": 3, "03": 96 });
    expect(days(loaded, "reply_rate")).toEqual({ "02": 1, "05": 1 });
    expect(at(loaded, "reply_rate", "2026-03-10")).toEqual({ at: "2026-03-10", value: 0, n: 1, hits: 0 });
    expect(at(loaded, "reply_rate", "2026-03-30")).toEqual({ at: "2026-03-30", value: null, n: 0, hits: 0 });
  });

  test("before the first record and in its bucket nothing is known, after it nothing is zero", async () => {
    const { series } = await load(us);
    const values = (metric: string) =>
      series.find((found) => found.metric === metric)?.points.map(({ value }) => value);
    expect(values("interactions")?.slice(0, 4)).toEqual([null, 2, 1, 0]);
    expect(values("new_leads")?.slice(0, 4)).toEqual([1, 2, 0, 0]);
    expect(values("won")?.slice(0, 5)).toEqual([null, null, null, null, 0]);
  });

  test.each([
    ["new_leads", "source", { Referral: 2, Event: 2 }],
    ["new_leads", "campaign", { spring: 1, null: 3 }],
    ["new_leads", "company_size", { "1–9": 1, "10–49": 1, "1000+": 1, null: 1 }],
    ["new_leads", "industry", { Retail: 1, null: 3 }],
    ["new_leads", "channel", { EMAIL: 2, WEBSITE: 1, null: 1 }],
    ["new_leads", "status", { CUSTOMER: 1, LEAD: 3 }],
    ["won", "assigned_to", { ann: 1 }],
    ["lost", "assigned_to", { bob: 1 }],
    ["win_rate", "source", { Referral: 0.5 }],
    ["conversion_rate", "source", { Referral: 0.5, Event: 0 }],
    ["first_response_time", "assigned_to", { ann: 3, bob: 96 }],
    ["first_response_time", "channel", { EMAIL: 3, WEBSITE: 96 }],
    ["reply_rate", "assigned_to", { ann: 0.5, bob: 0.5 }],
    ["reply_rate", "channel", { EMAIL: 1, CHAT: 0, WEBSITE: 0 }],
    ["interactions", "channel", { EMAIL: 5, CHAT: 2, PHONE: 1, WEBSITE: 1 }],
    ["interactions", "source", { Referral: 8, Event: 1 }],
    ["inbound_messages", "source", { Referral: 3, Event: 1 }],
    ["outbound_messages", "assigned_to", { ann: 1, bob: 1 }],
    ["pipeline_by_stage", "status", { LEAD: 3 }],
    ["pipeline_by_stage", "stage", { offer: 1 }],
    ["score_distribution", "band", { A: 1, C: 1 }],
    ["average_score", "source", { Event: 60 }],
  ])("%s by %s", async (metric, dimension, expected) => {
    expect(groups(await load(us), metric, dimension)).toEqual(expected);
  });

  test("says what was left out", async () => {
    const { ahead, notes } = await load(us);
    expect(ahead).toEqual({ leads: 1, outcomes: 1, interactions: 1 });
    expect(notes).toEqual([
      "Left out because they lie after the moment asked about: 1 interaction, 1 lead, 1 outcome. If that is now, check the clocks of their source.",
      "Left out of won, lost, win_rate and conversion_rate because nobody says when: 1 outcome.",
      "conversion_rate counts leads won within 2 days of coming, as half of the won ones were. It is unknown from 2026-03-29 on: later leads have not had so long.",
    ]);
  });
});

describe("narrowed", () => {
  test("to a user's own contacts", async () => {
    const loaded = await load(us, { assignedTo: "ann" });
    expect(loaded.contacts).toBe(2);
    expect(days(loaded, "new_leads")).toEqual({ "02": 1, "30": 1 });
    expect(days(loaded, "interactions")).toEqual({ "02": 2, "10": 1, "12": 1, "30": 1 });
    expect(groups(loaded, "reply_rate", "source")).toEqual({ Referral: 0.5 });
  });

  test.each([
    ["source=referral", { "02": 2 }],
    ["campaign=spring, status=CUSTOMER", { "02": 1 }],
    ["company_size=10-49", { "02": 1 }],
    ["industry=", { "01": 1, "02": 1, "30": 1 }],
    ["channel=website", { "02": 1 }],
    ["source=Nobody", {}],
  ])("to the segment %s", async (segment, expected) => {
    expect(days(await load(us, { segment: parseSegment(segment) }), "new_leads")).toEqual(expected);
  });

  test("to a channel: messages by their own, contacts by the one that they came through", async () => {
    const loaded = await load(us, { segment: parseSegment("channel=CHAT") });
    expect(days(loaded, "interactions")).toEqual({ "10": 1, "12": 1 });
    expect(days(loaded, "new_leads")).toEqual({});
    expect(groups(loaded, "interactions", "source")).toEqual({ Referral: 2 });
    expect(groups(loaded, "average_score", "source")).toEqual({});
  });

  test("to nobody: says so", async () => {
    const { notes } = await load(us, { segment: parseSegment("source=Nobody"), assignedTo: "ann" });
    expect(notes[0]).toBe("No contact of ann is in the segment source=Nobody.");
  });
});

describe("compared", () => {
  test("with the period before and the year before, as far as records reach back", async () => {
    const period = { from: new Date("2026-03-16T00:00:00Z"), to: new Date("2026-03-30T00:00:00Z") };
    const { totals } = await load(us, { period });
    const of = (metric: string) =>
      totals.filter((total) => total.metric === metric).map(({ period: name, value, n }) => [name, value, n]);
    expect(of("new_leads")).toEqual([
      ["this", 0, 0],
      ["previous", 2, 2],
      ["last_year", null, 0],
    ]);
    expect(of("lost")).toEqual([
      ["this", 1, 1],
      ["previous", null, 0],
      ["last_year", null, 0],
    ]);
    const [, before] = totals.filter(({ metric }) => metric === "first_response_time");
    expect(before).toMatchObject({
      from: "2026-03-02",
      to: "2026-03-16",
      value: 49.5,
      n: 2,
      sample: [3, 96],
    });
  });

  test("begins the series earlier when history is wanted", async () => {
    const period = { from: new Date("2026-03-04T00:00:00Z"), to: new Date("2026-03-06T00:00:00Z") };
    const loaded = await load(us, { period, earlier: 3 });
    expect(loaded.earlier).toBe(3);
    expect(loaded.series[0]?.points.map(({ at, value }) => [at, value])).toEqual([
      ["2026-03-01", 1],
      ["2026-03-02", 2],
      ["2026-03-03", 0],
      ["2026-03-04", 0],
      ["2026-03-05", 0],
    ]);
    expect(groups(loaded, "interactions", "source")).toEqual({ Referral: 1 });
  });
});

test("a period without a whole bucket has no series, and still tells how things stand", async () => {
  const period = { from: new Date("2026-03-03T00:00:00Z"), to: new Date("2026-03-12T00:00:00Z") };
  const loaded = await load(us, { period, grain: "month" });
  expect(loaded.series.every(({ points }) => points.length === 0)).toBe(true);
  expect(loaded.totals).toEqual([]);
  expect(groups(loaded, "new_leads", "source")).toEqual({});
  expect(groups(loaded, "pipeline_by_stage", "status")).toEqual({ LEAD: 3 });
  expect(loaded.notes[0]).toBe("No whole month of the period has passed: there is no series.");
});

test("refuses a metric that there is not, and suggests one", async () => {
  await expect(load(us, { metrics: ["new_lead"] })).rejects.toThrow(
    /no metric "new_lead".*Did you mean new_leads\?/,
  );
});

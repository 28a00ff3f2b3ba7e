import { describe, expect, test } from "vitest";
import { drawBusiness } from "../generator/draw-business.ts";
import type { Planted } from "../planted/planted.ts";
import { holds, holdsOfNothing, isPlanted } from "./judge-told.ts";
import { isClaim, type Told } from "./told.ts";

const business = drawBusiness("test", {
  flat: true,
  history: "short",
  days: 100,
  contacts: 1_000,
  to: "2026-10-01",
  after: 0,
});
const planted = (rest: Partial<Planted>): Planted => ({
  kind: "trend",
  driver: "leads",
  shape: "straight",
  size: "×2",
  direction: "up",
  strength: 6,
  business,
  ...rest,
});
const told = (analysis: Told["analysis"], metric: string, rest: Partial<Told> = {}): Told => ({
  id: `${analysis}:${metric}`,
  analysis,
  metric,
  direction: "up",
  confidence: 0.9,
  ...rest,
});
const on = (from: string, to = from) => ({ at: { from, to } });

const step = planted({ kind: "step", shape: "late", at: { from: "2026-09-10", to: "2026-09-10" } });
const spike = planted({ kind: "spike", at: { from: "2026-08-05", to: "2026-08-05" } });
const group = planted({
  kind: "group",
  driver: "winning",
  group: { dimension: "source", name: business.groups.source[0]?.name ?? "" },
});
const [first, second] = business.groups.source.map(({ name }) => name);
const ofGroup = (name: string | undefined, direction: "up" | "down", dimension = "source") =>
  told("group", "win_rate", { dimension, group: name, direction });

describe("the planted effect", () => {
  test.each<[string, Planted, Told, boolean]>([
    ["a trend", planted({}), told("trend", "new_leads"), true],
    ["a trend told as a step", planted({}), told("step", "new_leads", on("2026-08-01")), true],
    ["a trend told as a period", planted({}), told("period", "new_leads"), false],
    ["a trend of what follows", planted({}), told("trend", "won"), false],
    ["a trend the wrong way", planted({}), told("trend", "new_leads", { direction: "down" }), false],
    ["a step in time", step, told("step", "new_leads", on("2026-09-22")), true],
    ["a step too early", step, told("step", "new_leads", on("2026-08-20")), false],
    ["a late step told as a trend", step, told("trend", "new_leads"), false],
    ["a step in the middle told as a trend", { ...step, shape: "middle" }, told("trend", "new_leads"), true],
    ["a spike's day", spike, told("spike", "new_leads", on("2026-08-05")), true],
    ["a spike's week", spike, told("spike", "new_leads", on("2026-08-03", "2026-08-09")), true],
    ["another day", spike, told("spike", "new_leads", on("2026-08-06")), false],
    ["a group", group, ofGroup(first, "up"), true],
    ["a group the wrong way", group, ofGroup(first, "down"), false],
    ["a group of another dimension", group, ofGroup(first, "up", "industry"), false],
    [
      "lost, which falls when more are won",
      planted({ driver: "winning" }),
      told("trend", "lost", { direction: "down" }),
      true,
    ],
  ])("%s", (_name, truth, one, expected) => {
    expect(isPlanted(truth, one)).toBe(expected);
  });

  test("of two groups either may be told", () => {
    const groups = { ...business.groups, source: business.groups.source.slice(0, 2) };
    expect(isPlanted(group, ofGroup(second, "down"))).toBe(business.groups.source.length === 2);
    expect(isPlanted({ ...group, business: { ...business, groups } }, ofGroup(second, "down"))).toBe(true);
  });
});

describe("what else is true", () => {
  test.each<[string, Planted, Told, boolean]>([
    ["what follows from leads", planted({}), told("trend", "won"), true],
    ["what has nothing to do with them", planted({}), told("trend", "win_rate"), false],
    ["the period against the one before", planted({}), told("period", "new_leads"), true],
    ["a spike within a trend", planted({}), told("spike", "new_leads", on("2026-08-05")), false],
    [
      "messages in the week after a spike of leads",
      spike,
      told("spike", "interactions", on("2026-08-09")),
      true,
    ],
    ["messages long after it", spike, told("spike", "interactions", on("2026-09-09")), false],
    ["another group the other way", group, ofGroup(second, "down"), true],
    ["another group the same way", group, ofGroup(second, "up"), false],
    ["a group beside a trend", planted({}), ofGroup(first, "up"), false],
    ["weekdays where there are none", planted({}), told("season", "new_leads"), false],
    ["won leads while a higher level arrives", planted({ kind: "period" }), told("trend", "won"), true],
    ["new leads rising on the higher level", planted({ kind: "period" }), told("trend", "new_leads"), false],
  ])("%s", (_name, truth, one, expected) => {
    expect(holds(truth, one)).toBe(expected);
  });

  test("a week, where there is one, of activity alone", () => {
    const weekly = { ...business, weekdays: [1.3, 1.2, 1.2, 1.2, 1.2, 0.5, 0.4] };
    expect(holdsOfNothing(weekly, told("season", "new_leads"))).toBe(true);
    expect(holdsOfNothing(weekly, told("season", "win_rate"))).toBe(false);
    expect(holdsOfNothing(weekly, told("trend", "new_leads"))).toBe(false);
    expect(holdsOfNothing(business, told("season", "new_leads"))).toBe(false);
  });
});

test("forecasts and unsure findings are no claims", () => {
  expect(
    [told("trend", "won"), told("forecast", "won"), told("trend", "won", { confidence: 0.79 })].map(isClaim),
  ).toEqual([true, false, false]);
});

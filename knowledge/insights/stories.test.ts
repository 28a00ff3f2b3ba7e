import { describe, expect, test } from "vitest";
import type { Judged } from "./judge.ts";
import { tellOnce } from "./stories.ts";
import { testStories } from "./test-stories.ts";

const model = testStories(1)[0]?.story.lead ?? expect.fail();
const finding = (id: string, rest: Partial<Judged> = {}): Judged => {
  const [analysis, metric, dimension, group] = id.split(":");
  return {
    ...model,
    id,
    analysis: analysis as Judged["analysis"],
    metric: metric ?? "",
    ...(analysis === "group" ? { dimension, group } : {}),
    direction: "up",
    effect: 0.6,
    p: 1e-6,
    points: [],
    words: { at: "2026-03-02" },
    ...rest,
  };
};
const told = (findings: Judged[]) =>
  tellOnce(findings).map(({ lead, supporting }) => [lead.id, ...supporting.map(({ id }) => id).sort()]);

/** Twelve buckets at one level and twelve at another. */
const stepped = Array.from({ length: 24 }, (_, index) => ({
  label: index === 12 ? "2026-03-02" : `b${index}`,
  value: index < 12 ? 10 : 20,
  n: 1,
}));
const straight = stepped.map((point, index) => ({ ...point, value: 10 + (10 * index) / 23 }));
const line = { first_level: 10, last_level: 20 };

describe("one thing is told once", () => {
  test.each<[string, typeof stepped, string]>([
    ["a step as a step", stepped, "step:new_leads"],
    ["a trend as a trend", straight, "trend:new_leads"],
  ])("%s, whichever test has the smaller p", (_what, points, lead) => {
    const both = [
      finding("step:new_leads", { points, p: 1e-8 }),
      finding("trend:new_leads", { points, p: 1e-9, numbers: line }),
      finding("period:new_leads:previous"),
    ];
    expect(told(both)).toHaveLength(1);
    expect(told(both)[0]?.[0]).toBe(lead);
  });

  test.each<[string, Judged[], number]>([
    ["won and win rate by the same change", [finding("step:won"), finding("step:win_rate")], 1],
    ["lost the other way", [finding("step:lost", { direction: "down" }), finding("step:win_rate")], 1],
    ["lost the same way", [finding("step:lost"), finding("step:win_rate")], 2],
    ["opposite courses", [finding("trend:won"), finding("period:won:previous", { direction: "down" })], 2],
    [
      "messages that came with the leads",
      [finding("step:new_leads"), finding("step:inbound_messages", { effect: 0.5 })],
      1,
    ],
    [
      "messages that grew far more",
      [finding("step:new_leads"), finding("step:inbound_messages", { effect: 3 })],
      2,
    ],
    ["a spike within a trend", [finding("trend:won"), finding("spike:won")], 2],
    ["spikes on one day", [finding("spike:interactions"), finding("spike:inbound_messages")], 1],
    [
      "spikes on two days",
      [finding("spike:won"), finding("spike:won:b", { words: { at: "2026-03-09" } })],
      2,
    ],
    [
      "a group by two rates",
      [finding("group:win_rate:source:A"), finding("group:conversion_rate:source:A")],
      1,
    ],
    ["two groups", [finding("group:win_rate:source:A"), finding("group:win_rate:source:B")], 2],
    [
      "the same contacts under two names",
      [
        finding("group:win_rate:source:A", { numbers: { group_count: 100 } }),
        finding("group:win_rate:campaign:C", { numbers: { group_count: 98 } }),
      ],
      1,
    ],
  ])("%s", (_what, findings, stories) => {
    expect(told(findings)).toHaveLength(stories);
  });
});

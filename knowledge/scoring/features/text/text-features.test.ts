import { describe, expect, test } from "vitest";
import type { SnapshotInteraction } from "../../snapshots/snapshot.ts";
import { snapshotOf, touch } from "../../training/synthetic-leads.ts";
import { extractFeatures } from "../extract-features.ts";
import { historyOf } from "../history.ts";
import { engagementFeature } from "../registry.ts";
import { absentValue } from "../sparse.ts";
import type { SignalName } from "./lexicon.ts";
import { phrasesIn } from "./said.ts";

function said(
  id: string,
  daysAgo: number,
  signals: SignalName[],
  more: Partial<SnapshotInteraction> & { tone?: number; phrases?: string[] } = {},
): SnapshotInteraction {
  const { tone = null, phrases = [], ...rest } = more;
  return touch(id, daysAgo, { direction: "INBOUND", reading: { signals, tone, phrases }, ...rest });
}

const story = [
  said("first", 30, ["price", "question"], { tone: -1, phrases: ["booking"] }),
  said("ours", 29, ["question"], { direction: "OUTBOUND", tone: 1 }),
  said("second", 20, ["price"], { tone: -1, sentiment: -0.5, phrases: ["booking", "calendar"] }),
  said("third", 10, ["enthusiasm"], { tone: 1 }),
  said("fourth", 5, ["enthusiasm", "question"], { tone: 1, phrases: ["calendar"] }),
];
const snapshot = snapshotOf({ interactions: story });
const row = extractFeatures(snapshot);

test.each([
  ["told:price", 2],
  ["told:question", 2],
  ["told:enthusiasm", 2],
  ["told:unanswered", 1],
  ["told:refusal", undefined],
  ["told:ours_unanswered", undefined],
  ["tone_latest", 0.5],
  ["tone_trend", 1.75],
  ["said:booking", 2],
  ["said:calendar", 2],
])("%s is %d", (name, value) => {
  expect(row[name]).toBe(value);
});

test("names the messages behind a measure, the newest first", () => {
  const history = historyOf(snapshot);
  const evidence = (name: string) => engagementFeature(name)?.evidence(history);
  expect(evidence("told:price")).toEqual(["second", "first"]);
  expect(evidence("told:unanswered")).toEqual(["fourth"]);
  expect(evidence("said:calendar")).toEqual(["fourth", "second"]);
  expect(engagementFeature("said:calendar")?.label).toBe("says “calendar”");
});

test("our question waits for the lead's next message", () => {
  const history = (interactions: SnapshotInteraction[]) => extractFeatures(snapshotOf({ interactions }));
  expect(history(story.slice(0, 2))["told:ours_unanswered"]).toBe(1);
  expect(history(story.slice(0, 3))["told:ours_unanswered"]).toBeUndefined();
});

describe("what nobody said", () => {
  test("stands in no row of training, means 0, and is 0 where a model asks for it", () => {
    const silent = extractFeatures(snapshotOf({ interactions: [touch("call", 3)] }));
    expect(Object.keys(silent).filter((name) => /^(told|said|tone)/.test(name))).toEqual([]);
    const wanted = new Set(["told:price", "said:booking", "tone_latest"]);
    expect(extractFeatures(snapshotOf(), wanted)).toEqual({
      "told:price": absentValue("told:price"),
      "said:booking": absentValue("said:booking"),
      tone_latest: absentValue("tone_latest"),
    });
    expect(absentValue("told:price")).toBe(0);
    expect(absentValue("tone_latest")).toBeNull();
  });

  test("nothing said at the moment or later counts", () => {
    const late = [...story, said("late", 0, ["price"], { phrases: ["booking"] })];
    expect(extractFeatures(snapshotOf({ interactions: late }))).toEqual(row);
  });
});

test("a model's phrases are those that its features count", () => {
  expect(phrasesIn(["said:booking calendar", "field:said", "told:price"])).toEqual(
    new Set(["booking calendar"]),
  );
});

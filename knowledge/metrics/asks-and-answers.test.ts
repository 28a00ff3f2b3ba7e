import { expect, test } from "vitest";
import { freshWorkspace } from "../db/test-database.ts";
import { at, load } from "./test-load.ts";
import { addRecords, type TestContact } from "./test-records.ts";

type Touches = NonNullable<TestContact["touches"]>;

/** Hours to the first response on 2 March, and of how many that asked how many were answered in time. */
async function answered(touches: Touches) {
  const us = await freshWorkspace();
  await addRecords(us, [{ created: "2026-03-02T00:00:00Z", touches }]);
  const loaded = await load(us, { metrics: ["first_response_time", "reply_rate"], dimensions: [] });
  const replies = loaded.series.find(({ metric }) => metric === "reply_rate")?.points ?? [];
  return {
    hours: at(loaded, "first_response_time", "2026-03-02")?.value,
    asked: replies.reduce((sum, { n }) => sum + n, 0),
    answered: replies.reduce((sum, { hits }) => sum + (hits ?? 0), 0),
  };
}

const none = { hours: null, asked: 0, answered: 0 };

test.each<[string, Touches, { hours: number | null; asked: number; answered: number }]>([
  [
    "a visit starts no clock",
    [
      ["2026-03-02T08:00:00Z", "visit in"],
      ["2026-03-02T10:00:00Z", "in"],
      ["2026-03-02T12:00:00Z", "out"],
    ],
    { hours: 2, asked: 1, answered: 1 },
  ],
  [
    "a form starts it",
    [
      ["2026-03-02T08:00:00Z", "form in"],
      ["2026-03-02T12:00:00Z", "call out"],
    ],
    { hours: 4, asked: 1, answered: 1 },
  ],
  [
    "a call of theirs that took place asks nothing",
    [
      ["2026-03-02T08:00:00Z", "call in"],
      ["2026-03-02T12:00:00Z", "out"],
    ],
    none,
  ],
  [
    "a call of theirs that took place answers what they wrote before",
    [
      ["2026-03-02T08:00:00Z", "in"],
      ["2026-03-02T09:00:00Z", "call in"],
      ["2026-03-02T12:00:00Z", "out"],
    ],
    { hours: 1, asked: 1, answered: 1 },
  ],
  [
    "a call of theirs that nobody took asks",
    [
      ["2026-03-02T08:00:00Z", "missed call in"],
      ["2026-03-02T13:00:00Z", "call out"],
    ],
    { hours: 5, asked: 1, answered: 1 },
  ],
  [
    "a call of theirs that nobody took answers nothing",
    [
      ["2026-03-02T08:00:00Z", "in"],
      ["2026-03-02T09:00:00Z", "missed call in"],
      ["2026-03-02T11:00:00Z", "out"],
    ],
    { hours: 3, asked: 2, answered: 2 },
  ],
  [
    "a meeting answers, though nobody says who came",
    [
      ["2026-03-02T08:00:00Z", "in"],
      ["2026-03-02T14:00:00Z", "meeting"],
    ],
    { hours: 6, asked: 1, answered: 1 },
  ],
  [
    "a message of unknown direction does neither",
    [
      ["2026-03-02T08:00:00Z", "?"],
      ["2026-03-02T09:00:00Z", "in"],
      ["2026-03-02T10:00:00Z", "?"],
    ],
    { hours: null, asked: 1, answered: 0 },
  ],
])("%s", async (_, touches, expected) => {
  expect(await answered(touches)).toEqual(expected);
});

test("a contact came through the first inbound channel, whether it asked or not", async () => {
  const us = await freshWorkspace();
  await addRecords(us, [
    {
      created: "2026-03-02T00:00:00Z",
      touches: [
        ["2026-03-02T08:00:00Z", "call in", "PHONE"],
        ["2026-03-02T09:00:00Z", "in"],
        ["2026-03-02T10:00:00Z", "out"],
      ],
    },
  ]);
  const { groupings } = await load(us, { metrics: ["first_response_time"], dimensions: ["channel"] });
  expect(groupings[0]?.groups).toMatchObject([{ name: "PHONE", value: 1, n: 1 }]);
});

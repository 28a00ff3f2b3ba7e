import { describe, expect, test } from "vitest";
import { isAutomatic } from "./automatic.ts";
import { waiting } from "./sides.ts";
import { type Line, timelineOf } from "./test-timeline.ts";

const ids = (...lines: Line[]) => waiting(timelineOf(...lines)).map(({ id }) => id);
const question: Line = ["06 10:00", "in", "When can we start?"];

describe("a message that waits", () => {
  test.each<[string, Line[]]>([
    ["nothing followed", [question]],
    [
      "another of theirs followed",
      [question, ["07 10:00", "in", "Sorry, I am Ann by the way", { type: "WEBSITE_VISIT" }]],
    ],
    [
      "a machine of ours replied",
      [question, ["06 10:01", "out", "We have received your message and will get back to you soon."]],
    ],
    [
      "we are out of office",
      [question, ["06 10:01", "out", "x", { subject: "Automatic reply: When can we start?" }]],
    ],
    ["what is in the file later came before", [["06 09:00", "out", "Hello."], question]],
  ])("%s", (_, lines) => expect(ids(...lines)).toEqual([`m${lines.indexOf(question)}`]));
});

test("a call that we missed answers nothing and waits itself", () => {
  const missed: Line = ["07 10:00", "call", null, { direction: "INBOUND", outcome: "missed" }];
  expect(ids(question, missed)).toEqual(["m0", "m1"]);
  expect(ids(["05 10:00", "out", "Hello."], missed)).toEqual(["m1"]);
});

describe("an answer", () => {
  test.each<[string, Line]>([
    ["a message", ["07 10:00", "out", "On Monday."]],
    ["without a text", ["07 10:00", "out", null]],
    ["by phone", ["07 10:00", "call", null]],
    [
      "when they called and we spoke",
      ["07 10:00", "call", null, { direction: "INBOUND", outcome: "connected" }],
    ],
    ["in another conversation", ["07 10:00", "out", "On Monday.", { conversationId: "v2" }]],
    ["of unknown direction", ["07 10:00", "unknown", "On Monday."]],
    ["in person", ["07 10:00", "unknown", null, { type: "MEETING" }]],
  ])("%s", (_, answer) => expect(ids(question, answer)).toEqual([]));
});

describe("no message", () => {
  test.each<[string, Line]>([
    [
      "an out-of-office note",
      ["08 10:00", "in", "I am out of the office until Monday. In urgent cases call Bob."],
    ],
    ["one told by its subject", ["08 10:00", "in", "Back on Monday", { subject: "Out of Office: Offer" }]],
    ["an opened email", ["08 10:00", "in", null, { activity: "Email Opened" }]],
    ["a visit", ["08 10:00", "in", null, { type: "WEBSITE_VISIT" }]],
    [
      "an event without type, text or conversation",
      ["08 10:00", "in", null, { type: null, conversationId: null }],
    ],
    ["of unknown direction", ["08 10:00", "unknown", "Hello?"]],
  ])("%s", (_, line) => expect(ids(line)).toEqual([]));
});

test.each([
  ["I'm on holiday next month, can you send it before?", false],
  ["Je suis en congés jusqu'au 12 mai.", true],
  ["Ich bin im Urlaub und ab Montag zurück.", true],
  ["Estoy fuera de la oficina hasta el lunes.", true],
  ["We are out of stock until Monday", false],
  ["", false],
])("%s: automatic %s", (content, expected) => {
  expect(isAutomatic({ subject: null, content })).toBe(expected);
});

import { describe, expect, test } from "vitest";
import { findSignals } from "./find-signals.ts";
import type { SignalKind } from "./signal.ts";
import { type Line, moment, timelineOf } from "./test-timeline.ts";

const now = moment("31 12:00");
const found = (kind: SignalKind, lines: readonly Line[], replyP90Hours?: number) =>
  findSignals(timelineOf(...lines), { now, replyP90Hours }).filter((signal) => signal.kind === kind);

describe("unanswered_question", () => {
  test("is told with its sentence, age and speaker", () => {
    const lines: Line[] = [
      ["20 10:00", "out", "Hello Ann, here is the brochure."],
      ["30 12:00", "in", "Thanks, how are you? Does it work with Salesforce? We need that.\nRegards\nAnn"],
    ];
    expect(found("unanswered_question", lines)).toEqual([
      {
        kind: "unanswered_question",
        at: moment("30 12:00"),
        messageIds: ["m1"],
        quote: "Does it work with Salesforce?",
        speaker: "Ann",
        detail: { ageHours: 24, asked: 1 },
      },
    ]);
  });

  test.each<[string, Line[]]>([
    ["a pleasantry", [["30 12:00", "in", "Thanks, how are you?"]]],
    [
      "an answer by phone",
      [
        ["29 12:00", "in", "When can we start?"],
        ["30 12:00", "call", null],
      ],
    ],
    ["a question of ours", [["29 12:00", "out", "When can we start?"]]],
    ["one of half an hour ago", [["31 11:30", "in", "When can we start?"]]],
    ["one from the future", [["31 13:00", "in", "When can we start?"]]],
    [
      "a note on a call",
      [["29 12:00", "in", "Asked: when can we start?", { type: "PHONE_CALL", conversationId: null }]],
    ],
  ])("is not %s", (_, lines) => expect(found("unanswered_question", lines)).toEqual([]));

  test("an answer in the future answers nothing yet", () => {
    const lines: Line[] = [
      ["29 12:00", "in", "When can we start?"],
      ["31 13:00", "out", "Now."],
    ];
    expect(found("unanswered_question", lines)).toHaveLength(1);
  });

  test("at most three are told, the latest", () => {
    const lines = Array.from({ length: 5 }, (_, n): Line => [`1${n} 12:00`, "in", "When can we start?"]);
    expect(found("unanswered_question", lines).map(({ messageIds }) => messageIds[0])).toEqual([
      "m2",
      "m3",
      "m4",
    ]);
  });
});

describe("slow_reply", () => {
  const reply = (hours: number): Line[] => [
    ["06 10:00", "in", "When can we start?"],
    ["06 12:00", "in", "We are in a hurry."],
    [
      `${String(6 + Math.floor((10 + hours) / 24)).padStart(2, "0")} ${(10 + hours) % 24}:00`,
      "out",
      "Tomorrow.",
    ],
  ];
  test.each([
    ["a day that is long for the team", 30, 4, 1],
    ["less than a day", 22, 4, 0],
    ["usual for the team", 30, 40, 0],
    ["three days, habits unknown", 72, undefined, 1],
    ["a day, habits unknown", 30, undefined, 0],
  ])("%s", (_, hours, p90, count) => expect(found("slow_reply", reply(hours), p90)).toHaveLength(count));

  test("counts from the first message that waited", () => {
    expect(found("slow_reply", reply(30), 4)[0]).toMatchObject({
      messageIds: ["m0", "m2"],
      quote: "When can we start?",
      detail: { hours: 30, limitHours: 24 },
    });
  });
});

describe("repeated_ask", () => {
  const lines: Line[] = [
    ["06 10:00", "in", "Hi Bob, can you send the security questionnaire of the hosting?"],
    ["06 11:00", "out", "I will look for it."],
    ["09 10:00", "in", "Hi Bob, could you please send us the hosting security questionnaire?"],
  ];
  test("is told with all its messages", () => {
    expect(found("repeated_ask", lines)).toMatchObject([
      { messageIds: ["m0", "m2"], at: moment("09 10:00"), detail: { times: 2, days: 3 } },
    ]);
  });
  test.each<[string, Line[]]>([
    ["without an answer between", [lines[0], lines[2]] as Line[]],
    [
      "another question",
      [lines[0], lines[1], ["09 10:00", "in", "Hi Bob, can you send the price list?"]] as Line[],
    ],
    [
      "the same name only",
      [
        ["06 10:00", "in", "Bob, what does it cost?"],
        ["06 11:00", "out", "100"],
        ["07 10:00", "in", "Bob, where is it made?"],
      ],
    ],
  ])("is not %s", (_, other) => expect(found("repeated_ask", other)).toEqual([]));
  test("once a message, of what it asks most often", () => {
    const again = "Could you please send us the hosting security questionnaire?";
    const thrice: Line[] = [...lines, ["10 10:00", "out", "Tomorrow."]];
    const twoAlike = `${again} Can you send the security questionnaire of the hosting today?`;
    expect(found("repeated_ask", [...thrice, ["12 10:00", "in", twoAlike]])).toMatchObject([
      { messageIds: ["m0", "m2", "m4"], detail: { times: 3, days: 6 } },
    ]);
    const price = "When will the price list for the new season come out?";
    const twoThings: Line[] = [
      ...thrice,
      ["10 12:00", "in", price],
      ["10 13:00", "out", "In May."],
      ["12 10:00", "in", `${again} ${price}`],
    ];
    expect(found("repeated_ask", twoThings)).toMatchObject([
      { messageIds: ["m0", "m2", "m6"], quote: again },
    ]);
  });
  test("in German", () => {
    const german: Line[] = [
      ["06 10:00", "in", "Wann kommt die Rechnung für den Schulungstermin?"],
      ["06 11:00", "out", "Bald."],
      ["16 10:00", "in", "Guten Tag, wann dürfen wir die Rechnung für den Schulungstermin erwarten?"],
    ];
    expect(found("repeated_ask", german)).toHaveLength(1);
  });
});

describe("objection", () => {
  test.each([
    ["costly", "This is too expensive for us."],
    ["delay", "We have to postpone it until next quarter."],
    ["refusal", "We are not interested."],
    ["alternative", "We are still comparing other vendors."],
    ["costly", "Das ist uns leider zu teuer."],
    ["costly", "C'est trop cher pour nous."],
    ["costly", "Es demasiado caro para nosotros."],
  ])("%s: %s", (about, text) => {
    expect(found("objection", [["06 10:00", "in", text]])).toMatchObject([
      { about, quote: text, messageIds: ["m0"] },
    ]);
  });
  test.each<[string, Line]>([
    ["ours", ["06 10:00", "out", "Is it too expensive for you?"]],
    ["quoted", ["06 10:00", "in", "No.\n> This is too expensive for us."]],
    ["under a condition that is denied", ["06 10:00", "in", "It is not too expensive."]],
    ["an automatic reply", ["06 10:00", "in", "Automatic reply: we have to postpone it"]],
  ])("not %s", (_, line) => expect(found("objection", [line])).toEqual([]));
  test("each kind once, with all its messages", () => {
    const lines: Line[] = [
      ["06 10:00", "in", "This is too expensive for us."],
      ["07 10:00", "in", "It is still too expensive."],
    ];
    expect(found("objection", lines)).toMatchObject([
      { messageIds: ["m0", "m1"], at: moment("07 10:00"), detail: { messages: 2 } },
    ]);
  });
});

describe("negative_turn", () => {
  const fine: Line[] = [
    ["06 10:00", "in", "Thank you so much, that is great!"],
    ["07 10:00", "in", "We will have a look at the plan on Monday."],
  ];
  test("is told from neutral to angry", () => {
    const lines: Line[] = [
      ...fine,
      ["09 10:00", "in", "This is unacceptable. We are very disappointed with your service."],
    ];
    expect(found("negative_turn", lines)).toMatchObject([{ messageIds: ["m2"], detail: { after: -1 } }]);
  });
  test("by the source's own sentiment", () => {
    const lines: Line[] = [...fine, ["09 10:00", "in", "Hm.", { metadata: { sentiment: { score: -0.8 } } }]];
    expect(found("negative_turn", lines)).toMatchObject([{ detail: { after: -0.8 } }]);
  });
  test.each<[string, Line[]]>([
    ["one sad word", [...fine, ["09 10:00", "in", "Unfortunately I am away on Monday."]]],
    ["the first message", [["09 10:00", "in", "This is unacceptable. We are very disappointed."]]],
  ])("is not %s", (_, lines) => expect(found("negative_turn", lines)).toEqual([]));
});

describe("promise_due", () => {
  test.each([
    ["tomorrow", "I'll send you the quote tomorrow. Best, Bob", 1],
    ["on a weekday", "We will get back to you on Friday.", 1],
    ["in German", "Ich schicke Ihnen das Angebot morgen.", 1],
    ["no day", "I'll send you the quote.", 0],
    ["a condition", "If you like, I'll send you the quote tomorrow.", 0],
    ["no promise", "You will get it tomorrow.", 0],
  ])("%s", (_, text, count) => expect(found("promise_due", [["20 10:00", "out", text]])).toHaveLength(count));
  test("is kept by anything from us since, and not yet due", () => {
    const promised: Line = ["20 10:00", "out", "I'll send you the quote tomorrow."];
    expect(found("promise_due", [promised, ["21 09:00", "out", "Here it is."]])).toEqual([]);
    expect(found("promise_due", [["31 10:00", "out", "I'll send you the quote tomorrow."]])).toEqual([]);
  });
});

test("nothing, one, and a thousand megabyte texts", () => {
  expect(findSignals([], { now })).toEqual([]);
  expect(findSignals(timelineOf(["06 10:00", "in", null]), { now })).toEqual([]);
  const long = "What does it cost for us? This is too expensive. ".repeat(20_000);
  const lines = Array.from({ length: 1_000 }, (_): Line => ["06 10:00", "in", long]);
  const signals = findSignals(timelineOf(...lines), { now });
  expect(signals.length).toBeGreaterThan(0);
  expect(
    signals.every(({ messageIds, quote }) => messageIds.length <= 10 && (quote ?? "").length <= 240),
  ).toBe(true);
});

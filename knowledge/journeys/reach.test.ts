import { describe, expect, test } from "vitest";
import { defaultStages } from "./default-stages.ts";
import type { JourneyEvent, JourneyHistory } from "./journey-history.ts";
import { reach } from "./reach.ts";
import { parseStages } from "./stage-rules.ts";

const stages = parseStages([
  { name: "a", reached_by: [{ activity: "A" }] },
  { name: "b", reached_by: [{ activity: ["B", "D"] }] },
  { name: "c", reached_by: [{ activity: "C" }] },
  { name: "end", reached_by: [{ outcome: "won" }, { outcome: "lost" }, { status: "CUSTOMER" }] },
]);
const day = 86_400_000;
const start = Date.UTC(2026, 0, 5, 9);
const asOf = new Date(start + 100 * day);

/** "A0 B2.5": activity A on day 0, B two and a half days later. */
function history(told: string, more: Partial<JourneyHistory> = {}): JourneyHistory {
  const events = told
    .split(" ")
    .filter(Boolean)
    .map((one, index) => {
      const [, activity = "", at = "0"] = /^([A-Z])([\d.]+)$/.exec(one) ?? [];
      return event(`${activity}${index}`, new Date(start + Number(at) * day), { activity });
    });
  return { events, statuses: [], outcome: null, ...more };
}

function event(id: string, at: Date, more: Partial<JourneyEvent> = {}): JourneyEvent {
  const nothing = {
    type: null,
    channel: null,
    direction: null,
    activity: null,
    subject: null,
    content: null,
  };
  return { id, at, ...nothing, ...more };
}

const dwellDays = (told: string, more: Partial<JourneyHistory> = {}) =>
  reach(stages, history(told, more), { asOf }).stages.map(({ name, dwell }) => [name, dwell && dwell / day]);

describe("reach", () => {
  test("times each stage until a later one is reached, and the last one until now", () => {
    const journey = reach(stages, history("A0 A1 B2.5 B3 C10"), { asOf });
    expect(journey.stages).toMatchObject([
      { name: "a", enteredAt: start, leftAt: start + 2.5 * day, dwell: 2.5 * day, interactionIds: ["A0"] },
      { name: "b", dwell: 7.5 * day, interactionIds: ["B2"], isOpen: false },
      { name: "c", dwell: 90 * day, isOpen: true, leftAt: null, interactionIds: ["C4"] },
    ]);
    expect(journey).toMatchObject({ skipped: [], current: { name: "c" }, startedAt: start, endedAt: null });
  });

  test.each<[string, string, Partial<JourneyHistory>, unknown]>([
    ["nothing", "", {}, []],
    ["nothing that a stage knows", "X0 Y2", {}, []],
    [
      "a stage passed over",
      "A0 C4",
      {},
      [
        ["a", 4],
        ["c", 96],
      ],
    ],
    [
      "two stages at one moment, in either order",
      "B3 A3 C4",
      {},
      [
        ["a", 0],
        ["b", 1],
        ["c", 96],
      ],
    ],
    [
      "a stage after a later one, which has no time of its own",
      "B0 A2 C5",
      {},
      [
        ["a", null],
        ["b", 5],
        ["c", 95],
      ],
    ],
    [
      "an end with its moment",
      "A0 B2",
      { outcome: { result: "won", at: new Date(start + 7 * day) } },
      [
        ["a", 2],
        ["b", 5],
        ["end", null],
      ],
    ],
    [
      "an end without one, which is taken from the last interaction",
      "A0 B2 X8",
      { outcome: { result: "lost", at: null } },
      [
        ["a", 2],
        ["b", 6],
        ["end", null],
      ],
    ],
    [
      "an end that lies ahead, which is none yet",
      "A0",
      { outcome: { result: "won", at: new Date(asOf.getTime() + day) } },
      [["a", 100]],
    ],
    [
      "an end before anything happened",
      "A5",
      { outcome: { result: "lost", at: new Date(start) } },
      [["end", null]],
    ],
    [
      "a status with its moment",
      "A0",
      {
        statuses: [
          { status: "LEAD", at: null },
          { status: "CUSTOMER", at: new Date(start + 3 * day) },
        ],
      },
      [
        ["a", 3],
        ["end", null],
      ],
    ],
    [
      "a status that nobody dated: when the stage before was left is not known",
      "A0",
      { statuses: [{ status: "CUSTOMER", at: null }] },
      [
        ["a", null],
        ["end", null],
      ],
    ],
    ["an end alone", "", { outcome: { result: "won", at: null } }, [["end", null]]],
  ])("knows of %s", (_what, told, more, expected) => {
    expect(dwellDays(told, more)).toEqual(expected);
  });

  test("names stages that were passed over", () => {
    expect(reach(stages, history("C0"), { asOf })).toMatchObject({
      skipped: ["a", "b"],
      current: { name: "c" },
    });
    expect(reach(stages, history("A0 C1 B2"), { asOf }).skipped).toEqual([]);
  });

  test("counts going back to an earlier stage once a visit", () => {
    const journey = reach(stages, history("A0 B1 C2 B3 D3.5 C4 B5 X6 B7 A8"), { asOf });
    const back = journey.stages.map(({ name, reEntries }) => [
      name,
      reEntries.map(({ interactionId }) => interactionId),
    ]);
    expect(back).toEqual([
      ["a", ["A9"]],
      ["b", ["B3", "B6"]],
      ["c", []],
    ]);
  });

  test("a first visit of an earlier stage is no return", () => {
    expect(reach(stages, history("C0 B1"), { asOf }).stages.flatMap(({ reEntries }) => reEntries)).toEqual(
      [],
    );
  });

  test("leaves out and counts what lies ahead, and what came after the end", () => {
    const outcome = { result: "won", at: new Date(start + 5.1 * day) } as const;
    const journey = reach(stages, history("A0 B9 C101 C102", { outcome }), { asOf });
    expect(journey.stages.map(({ name }) => name)).toEqual(["a", "end"]);
    expect(journey).toMatchObject({ ahead: 2, afterEnd: 1 });
  });

  test("an outcome that names a day ends with what happened in its course", () => {
    const outcome = { result: "won", at: new Date(Date.UTC(2026, 0, 7)) } as const;
    const journey = reach(stages, history("A0 B2 C3.5", { outcome }), { asOf });
    expect(journey).toMatchObject({ endedAt: start + 2 * day, endedBy: "outcome", afterEnd: 1 });
    expect(journey.stages.map(({ name, dwell }) => [name, dwell])).toEqual([
      ["a", 2 * day],
      ["b", 0],
      ["end", null],
    ]);
  });

  test("keeps interactions of one moment in their order, and all that reached a stage then", () => {
    const journey = reach(stages, history("A0 B1 D1 C1 B1"), { asOf });
    expect(journey.stages.map(({ interactionIds }) => interactionIds)).toEqual([
      ["A0"],
      ["B1", "D2", "B4"],
      ["C3"],
    ]);
    expect(journey.stages[1]?.reEntries).toEqual([{ at: start + day, interactionId: "B4" }]);
  });

  test("messages from before the contact was made count", () => {
    expect(dwellDays("A0")).toEqual([["a", 100]]);
  });

  test("hours are real hours where the clocks change", () => {
    const events = [
      event("1", new Date("2026-03-28T12:00:00+01:00"), { activity: "A" }),
      event("2", new Date("2026-03-29T12:00:00+02:00"), { activity: "B" }),
    ];
    const journey = reach(stages, { events, statuses: [], outcome: null }, { asOf });
    expect(journey.stages[0]?.dwell).toBe(23 * 3_600_000);
  });
});

describe("the default stages", () => {
  const at = (days: number) => new Date(start + days * day);
  const names = (events: JourneyEvent[], more: Partial<JourneyHistory> = {}) =>
    reach(defaultStages, { events, statuses: [], outcome: null, ...more }, { asOf }).stages.map(
      ({ name }) => name,
    );

  test("follow a lead from a first mail to its end", () => {
    const events = [
      event("1", at(0), { direction: "OUTBOUND", content: "We offer looms. Shall we book a demo?" }),
      event("2", at(1), { direction: "INBOUND", content: "Can we have a demo and a quote?" }),
      event("3", at(2), { type: "MEETING" }),
      event("4", at(3), { direction: "OUTBOUND", content: "Please find attached our proposal." }),
    ];
    expect(names(events.slice(0, 2))).toEqual(["contacted", "engaged"]);
    expect(names(events, { outcome: { result: "won", at: at(5) } })).toEqual(
      defaultStages.map(({ name }) => name),
    );
  });

  test.each<[string, Partial<JourneyEvent>, string[]]>([
    ["a label of a demo", { activity: "Demo booked" }, ["toured"]],
    [
      "thanks for a tour",
      { direction: "INBOUND", content: "Hi,\nthank you for the\ntour!" },
      ["engaged", "toured"],
    ],
    ["a page visit, which is no tour", { activity: "Website visit", type: "WEBSITE_VISIT" }, []],
    ["a label in capitals", { activity: "PROPOSAL_SENT" }, ["offer"]],
    ["our subject", { subject: "Angebot für Example Mills", direction: "OUTBOUND" }, ["contacted", "offer"]],
    ["their subject, which asks for one", { subject: "Offer?", direction: "INBOUND" }, ["engaged"]],
    ["a word within another", { activity: "Tourism contractor" }, []],
  ])("know %s", (_what, more, expected) => {
    expect(names([event("1", at(0), more)])).toEqual(expected);
  });

  test("a lead that writes first was engaged before it was contacted, and mails to and fro are no rework", () => {
    const events = [1, 2, 3, 4].map((n) =>
      event(`${n}`, at(n), { direction: n % 2 === 1 ? "INBOUND" : "OUTBOUND" }),
    );
    const journey = reach(defaultStages, { events, statuses: [], outcome: null }, { asOf });
    expect(journey.stages).toMatchObject([
      { name: "contacted", isLate: true, dwell: null, reEntries: [] },
      { name: "engaged", isLate: false, isOpen: true, reEntries: [] },
    ]);
    expect(journey.current?.name).toBe("engaged");
  });
});

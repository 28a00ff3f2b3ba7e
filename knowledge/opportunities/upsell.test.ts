import { describe, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { findOpportunities } from "./find-opportunities.ts";
import { addContacts, type TestContact, type TestTouch, testNow } from "./test-workspace.ts";

/** So many messages and calls within the 60 days before a moment. */
const busy = (before: number, inbound = 6, talks = 3): TestTouch[] => [
  ...Array.from({ length: inbound }, (_, n): TestTouch => ({ daysAgo: before + 2 + 8 * n, text: "Fine." })),
  ...Array.from(
    { length: talks },
    (_, n): TestTouch => ({ daysAgo: before + 5 + 8 * n, side: "out", type: "PHONE_CALL" }),
  ),
];
const again = (n: number): TestContact => ({
  name: `again ${n}`,
  status: "CUSTOMER",
  ended: [
    ["won", 300],
    ["won", 100],
  ],
  touches: busy(100, 5 + (n % 3), 2 + (n % 2)),
});
const quiet = (n: number): TestContact => ({
  name: `quiet ${n}`,
  status: "CUSTOMER",
  ended: [["won", 200]],
  touches: [{ daysAgo: 50, side: "out", text: "Hello" }],
});
const many = (count: number, make: (n: number) => TestContact) =>
  Array.from({ length: count }, (_, n) => make(n));

async function upsell(contacts: readonly TestContact[], assignedTo?: string) {
  const who = await freshWorkspace();
  await addContacts(who, contacts);
  const { lists, notes } = await testDatabase().readTenant(who.tenant.id, (tx) =>
    findOpportunities(tx, who, {
      kinds: ["upsell"],
      asOf: testNow,
      past: false,
      ...(assignedTo ? { assignedTo } : {}),
    }),
  );
  return { list: lists.get("upsell"), notes };
}

const alike: TestContact[] = [
  { name: "alike", status: "CUSTOMER", assignedTo: "rep", ended: [["won", 200]], touches: busy(0) },
  { name: "alike by status", status: "CUSTOMER", touches: busy(0, 5, 2) },
  // Near-misses.
  { name: "just bought", status: "CUSTOMER", ended: [["won", 20]], touches: busy(0) },
  { name: "busy lead", score: 0.9, touches: busy(0) },
  {
    name: "lost again",
    status: "CUSTOMER",
    ended: [
      ["won", 200],
      ["lost", 10],
    ],
    touches: busy(0),
  },
  { name: "in the future", status: "CUSTOMER", ended: [["won", 200]], touches: busy(-60) },
];

describe("customers like those who bought again", () => {
  test("are told with their numbers and who was most alike", async () => {
    const { list, notes } = await upsell([...many(6, again), ...many(8, quiet), ...alike]);
    expect(notes).toEqual([]);
    expect(list?.opportunities.map(({ name }) => name).toSorted()).toEqual(["alike", "alike by status"]);
    expect(list?.opportunities.find(({ name }) => name === "alike")).toMatchObject({
      numbers: { inbound: 6, outbound: 3, talks: 3, boughtAgain: 6 },
      like: { name: expect.stringMatching(/^again/) },
    });
  });

  test("are a rep's own", async () => {
    const { list } = await upsell([...many(6, again), ...many(8, quiet), ...alike], "rep");
    expect(list?.opportunities.map(({ name }) => name)).toEqual(["alike"]);
    // Somebody else's customer is not named.
    expect(list?.opportunities[0]?.like).toBeNull();
  });

  test("are known by activity labels too", async () => {
    const labelled = (activity: string) =>
      many(6, (n) => ({
        ...again(n),
        ended: [["won", 300]],
        touches: [...busy(100, 5 + (n % 3), 2 + (n % 2)), { daysAgo: 100, side: "out", activity }],
      }));
    const rest = [...many(8, quiet), ...alike];
    expect((await upsell([...labelled("Contract renewed"), ...rest])).list?.opportunities).toHaveLength(2);
    expect((await upsell([...labelled("Renewal reminder sent"), ...rest])).notes[0]).toContain(
      "nobody bought again",
    );
  });
});

describe("says why there is no list", () => {
  test.each<[string, TestContact[], string]>([
    [
      "nobody bought again",
      [...many(8, quiet), ...alike],
      "nobody bought again as far as is recorded; 5 are needed",
    ],
    ["few did", [...many(4, again), ...many(8, quiet)], "4 customers bought again"],
    [
      "the same win recorded twice, or one withdrawn",
      [
        ...many(3, (n) => ({
          ...again(n),
          ended: [
            ["won", 300],
            ["won", 299],
          ],
        })),
        ...many(3, (n) => ({
          ...again(n),
          name: `w${n}`,
          ended: [
            ["won", 300],
            [null, 299],
            ["won", 100],
          ],
        })),
      ],
      "nobody bought again",
    ],
    [
      "they were in touch as all are",
      [...many(6, again), ...many(8, (n) => ({ ...quiet(n), touches: busy(0, 5 + (n % 3), 2 + (n % 2)) }))],
      "as all customers are",
    ],
    ["an empty workspace", [], "nobody bought again"],
  ])("%s", async (_, contacts, note) => {
    const { list, notes } = await upsell(contacts);
    expect(list?.opportunities).toEqual([]);
    expect(notes[0]).toContain(note);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { testDatabase } from "../db/test-database.ts";
import { defaultStages } from "./default-stages.ts";
import { loadJourney } from "./load-journey.ts";
import { journeyOpportunities } from "./opportunities.ts";
import { loadPeers, type Peers } from "./peers.ts";
import { parseStages } from "./stage-rules.ts";
import { stageTests } from "./stage-tests.ts";
import { standings } from "./standing.ts";
import { journeyWorkspace, onDay, type TestContact } from "./test-workspace.ts";

const day = 86_400_000;
const each = 25;

/** Won ones were answered at once, went from contacted to engaged in 1 … 25 days, and had an offer; lost ones waited two days for answers. */
const contacts: TestContact[] = [
  ...Array.from(
    { length: each },
    (_, n): TestContact => ({
      id: `won${n}`,
      result: "won",
      endedOn: 50,
      told: `OUTBOUND@0 INBOUND@${n + 1} OUTBOUND@${n + 1.1} Offer@${n + 2}`,
    }),
  ),
  ...Array.from(
    { length: each },
    (_, n): TestContact => ({
      id: `lost${n}`,
      result: "lost",
      endedOn: 60,
      told: `OUTBOUND@0 INBOUND@${n + 1} OUTBOUND@${n + 3}`,
    }),
  ),
  { id: "open", told: "OUTBOUND@0 INBOUND@10 OUTBOUND@13" },
  { id: "well", told: "OUTBOUND@0 INBOUND@1 OUTBOUND@1.1 Offer@2" },
  { id: "later", result: "won", endedOn: 80, told: "OUTBOUND@0 INBOUND@1" },
];

let principal: Principal;
beforeAll(async () => {
  principal = await journeyWorkspace(contacts);
});

const read = <T>(work: Parameters<ReturnType<typeof testDatabase>["readTenant"]>[1]) =>
  testDatabase().readTenant(principal.tenant.id, work) as Promise<T>;
const peersAt = (days: number, who = principal) =>
  loadPeers(testDatabase(), who, { stages: defaultStages, asOf: onDay(days), isLive: false });
const journeyOf = (externalId: string, days: number) =>
  read<Awaited<ReturnType<typeof loadJourney>> & { contactId: string }>(async (tx) => {
    const { rows } = await tx.query<{ id: string }>("select id from contacts where external_id = $1", [
      externalId,
    ]);
    const contactId = rows[0]?.id ?? "";
    return { contactId, ...(await loadJourney(tx, principal, { contactId, asOf: onDay(days) })) };
  });

describe("peers", () => {
  test("are those that had ended by the moment, with their journeys", async () => {
    const { won, lost } = await peersAt(70);
    expect([won.length, lost.length]).toEqual([each, each]);
    expect((await peersAt(81)).won).toHaveLength(each + 1);
    expect((await peersAt(55)).lost).toHaveLength(0);
    expect(new Set(won.map(({ journey }) => journey.current?.name))).toEqual(new Set(["closed"]));
  });

  test("are kept for ten minutes, by rules and moment", async () => {
    let now = 0;
    const load = (stages = defaultStages, isLive = true) =>
      loadPeers(testDatabase(), principal, { stages, asOf: onDay(90), isLive }, () => now);
    const first = await load();
    now = 599_000;
    expect(await load()).toBe(first);
    expect(await load(parseStages([{ name: "a", reached_by: [{ type: "EMAIL" }] }]))).not.toBe(first);
    expect(await load(defaultStages, false)).not.toBe(first);
    now = 600_001;
    expect(await load()).not.toBe(first);
  });

  test("of another workspace are never seen", async () => {
    const other = await journeyWorkspace([{ id: "x", result: "won", endedOn: 1, told: "OUTBOUND@0" }]);
    const stranger = {
      ...testDatabase(),
      readTenant: <T>(_: string, work: (tx: Transaction) => Promise<T>) =>
        testDatabase().readTenant(other.tenant.id, work),
    };
    const query = { stages: defaultStages, asOf: onDay(71), isLive: false };
    const peers = await loadPeers(stranger, principal, query);
    expect([peers.won, peers.lost]).toEqual([[], []]);
  });
});

describe("standings", () => {
  test("tell the share of peers who stayed less long, ties by half, and medians", async () => {
    const { journey, contactId } = await journeyOf("open", 70);
    const [contacted, engaged] = standings(journey, contactId, await peersAt(70));
    // 1 … 9 days are less than 10, one is 10.
    expect(contacted).toMatchObject({
      won: { n: each, percentile: 38, median: 13 * day },
      lost: { percentile: 38 },
    });
    expect(engaged?.won).toMatchObject({ median: day, percentile: 100 });
  });

  test("leave the contact itself out, and say nothing of under 20 peers", async () => {
    const { journey, contactId } = await journeyOf("won4", 70);
    const peers = await peersAt(70);
    expect(standings(journey, contactId, peers)[0]?.won?.n).toBe(each - 1);
    const few = { ...peers, won: peers.won.slice(0, 20) };
    const isAmong = few.won.some((peer) => peer.contactId === contactId);
    expect(standings(journey, contactId, few)[0]?.won === null).toBe(isAmong);
    expect(standings(journey, contactId, { ...peers, lost: [] })[0]?.lost).toBeNull();
  });
});

describe("journeyOpportunities", () => {
  const opportunities = async (externalId: string, days: number, peers?: Peers) => {
    const { stages, journey, events } = await journeyOf(externalId, days);
    const touches = events.map(({ at, type, direction }) => ({ at: at.getTime(), type, direction }));
    const found = journeyOpportunities({
      stages,
      journey,
      touches,
      asOf: onDay(days),
      peers: peers ?? (await peersAt(days)),
    });
    return found.map(({ kind, subject }) => `${kind} ${subject}`);
  };

  test("name what won peers had, lost ones had not, and this contact has not", async () => {
    expect(await opportunities("open", 70)).toEqual(["stage offer", "practice reply_hours", "stay engaged"]);
  });

  test.each<[string, string, number]>([
    ["a contact that did what won ones did", "well", 70],
    ["one that is earlier than they were", "open", 60.5],
    ["one that has ended", "won3", 70],
  ])("are not told to %s on that account", async (_what, id, days) => {
    const found = await opportunities(id, days === 60.5 ? 11 : days, await peersAt(70));
    expect(found).not.toContain("stage offer");
    if (id === "won3") expect(found).toEqual([]);
  });

  test("do not hold against lost peers what they had no time for", async () => {
    // Both sides come to the offer on day 10, but two in three lost ones had ended on day 4.
    const ended = (id: string, result: "won" | "lost", endedOn: number): TestContact => {
      return { id, result, endedOn, told: `OUTBOUND@0${endedOn > 10 ? " Offer@10" : ""}` };
    };
    const workspace = await journeyWorkspace([
      ...Array.from({ length: each }, (_, n) => ended(`won${n}`, "won", 40)),
      ...Array.from({ length: each }, (_, n) => ended(`lost${n}`, "lost", 40)),
      ...Array.from({ length: 2 * each }, (_, n) => ended(`soon${n}`, "lost", 4)),
    ]);
    const peers = await peersAt(70, workspace);
    expect(peers.lost).toHaveLength(3 * each);
    expect(await opportunities("open", 70, peers)).toEqual([]);
    const { reached } = stageTests(defaultStages, { elapsed: 35 * day, peers });
    expect(reached.find(({ place }) => place === 3)).toMatchObject({
      days: 30,
      won: 1,
      lost: 1,
      lostN: each,
    });
    const early = stageTests(defaultStages, { elapsed: 8 * day, peers }).reached;
    expect(early.find(({ place }) => place === 3)).toMatchObject({ days: 7, won: 0, lost: 0 });
    expect(stageTests(defaultStages, { elapsed: 6 * day, peers }).reached).toEqual([]);
  });

  test("are none where won and lost peers do not differ", async () => {
    const { won, asOf } = await peersAt(70);
    expect(await opportunities("open", 70, { won, lost: won, asOf })).toEqual([]);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { pastVotes } from "./past-votes.ts";
import { recordVotes } from "./record-votes.ts";
import { scorerRecords } from "./scorer-records.ts";
import type { LocalVote, Vote } from "./vote.ts";

const db = testDatabase();
const local = { score: { probability: 0.3 }, modelId: null } as LocalVote;
const vote = (scorer: string, probability: number): Vote => ({
  scorer,
  probability,
  reason: "because",
  factors: { urgency: 1, priority: 2, sentiment: 3, response_time: 4 },
});

async function contactOf({ tenant }: Principal): Promise<string> {
  const id = randomUUID();
  await db.withTenant(tenant.id, (tx) =>
    tx.query("insert into contacts (tenant_id, id, external_id) values ($1, $2, $3)", [tenant.id, id, id]),
  );
  return id;
}

const record = (principal: Principal, contactId: string, votes: Vote[]) =>
  db.withTenant(principal.tenant.id, (tx) => recordVotes(tx, principal, { contactId, local, votes }));

/** Days before now, as SQL takes them. */
interface Event {
  contactId: string;
  daysAgo: number | null;
}

const voted = ({ tenant }: Principal, { contactId, daysAgo, ...v }: Event & Pick<Vote, "probability">) =>
  db.withTenant(tenant.id, (tx) =>
    tx.query(
      `insert into score_votes (tenant_id, contact_id, scorer, probability, local_probability, factors, voted_at)
        values ($1, $2, 'm', $3, .3, '{}', now() - $4 * interval '1 day')`,
      [tenant.id, contactId, v.probability, daysAgo],
    ),
  );

const ended = (
  { tenant }: Principal,
  {
    contactId,
    daysAgo,
    recordedDaysAgo = 0,
    ...e
  }: Event & { result: string | null; recordedDaysAgo?: number },
) =>
  db.withTenant(tenant.id, (tx) =>
    tx.query(
      `insert into outcomes (tenant_id, contact_id, result, occurred_at, recorded_at, source, idempotency_key)
        values ($1, $2, $3, now() - $4 * interval '1 day', now() - $5 * interval '1 day', 'test', $6)`,
      [tenant.id, contactId, e.result, daysAgo, recordedDaysAgo, randomUUID()],
    ),
  );

const stored = ({ tenant }: Principal) =>
  db.readTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ scorer: string; probability: number; local_probability: number }>(
      "select scorer, probability, local_probability, factors from score_votes where tenant_id = $1 order by seq",
      [tenant.id],
    );
    return rows;
  });

const past = (principal: Principal) => db.readTenant(principal.tenant.id, (tx) => pastVotes(tx, principal));

describe("recordVotes", () => {
  test("keeps each scorer's vote with the local probability of the same moment", async () => {
    const principal = await freshWorkspace();
    await record(principal, await contactOf(principal), [vote("a", 0.4), vote("b", 0.9)]);
    const kept = { local_probability: 0.3, factors: vote("a", 0).factors };
    expect(await stored(principal)).toEqual([
      { scorer: "a", probability: 0.4, ...kept },
      { scorer: "b", probability: 0.9, ...kept },
    ]);
  });

  test("keeps one vote an hour of a scorer on a lead", async () => {
    const principal = await freshWorkspace();
    const [one, other] = [await contactOf(principal), await contactOf(principal)];
    await voted(principal, { contactId: one, probability: 0.1, daysAgo: 2 / 24 });
    for (const probability of [0.4, 0.5, 0.6]) await record(principal, one, [vote("m", probability)]);
    await record(principal, other, [vote("m", 0.7)]);
    expect((await stored(principal)).map(({ probability }) => probability)).toEqual([0.1, 0.4, 0.7]);
  });

  test("keeps none on a lead that has ended, and again once that is withdrawn", async () => {
    const principal = await freshWorkspace();
    const contactId = await contactOf(principal);
    await ended(principal, { contactId, result: "won", daysAgo: null });
    await record(principal, contactId, [vote("m", 0.9)]);
    expect(await stored(principal)).toEqual([]);
    await ended(principal, { contactId, result: null, daysAgo: null });
    await record(principal, contactId, [vote("m", 0.9)]);
    expect(await stored(principal)).toHaveLength(1);
  });

  test("keeps none on a contact that is not of the workspace", async () => {
    const [ours, theirs] = [await freshWorkspace(), await freshWorkspace()];
    await record(ours, await contactOf(theirs), [vote("m", 0.9)]);
    expect([await stored(ours), await stored(theirs)]).toEqual([[], []]);
  });
});

describe("pastVotes", () => {
  test("the last vote before the end counts, and none after it", async () => {
    const principal = await freshWorkspace();
    const contactId = await contactOf(principal);
    for (const [daysAgo, probability] of [
      [9, 0.1],
      [6, 0.2],
      [4, 0.99],
    ] as const)
      await voted(principal, { contactId, daysAgo, probability });
    await ended(principal, { contactId, result: "won", daysAgo: 5 });
    expect(await past(principal)).toEqual([
      { contactId, scorer: "m", probability: 0.2, localProbability: 0.3, won: true },
    ]);
  });

  test.each([
    ["it says no date: its recording", { daysAgo: null, recordedDaysAgo: 3 }, 1],
    ["its date lies after its recording: the recording", { daysAgo: -3, recordedDaysAgo: 6 }, 0],
    ["it was recorded late: its date", { daysAgo: 6, recordedDaysAgo: 1 }, 0],
  ])("an outcome ends the lead, and where %s", async (_what, when, count) => {
    const principal = await freshWorkspace();
    const contactId = await contactOf(principal);
    await voted(principal, { contactId, daysAgo: 5, probability: 0.9 });
    await ended(principal, { contactId, result: "lost", ...when });
    expect(await past(principal)).toHaveLength(count);
  });

  test("a lead that is open, or open again, judges nobody", async () => {
    const principal = await freshWorkspace();
    const [open, again] = [await contactOf(principal), await contactOf(principal)];
    for (const contactId of [open, again])
      await voted(principal, { contactId, daysAgo: 5, probability: 0.9 });
    await ended(principal, { contactId: again, result: "won", daysAgo: 2 });
    await ended(principal, { contactId: again, result: null, daysAgo: null });
    expect(await past(principal)).toEqual([]);
  });
});

describe("scorerRecords", () => {
  test("reads a workspace's own votes, and not again within the minute", async () => {
    const [ours, theirs] = [await freshWorkspace(), await freshWorkspace()];
    const read = scorerRecords(db);
    const end = async (result: string) => {
      const contactId = await contactOf(ours);
      await voted(ours, { contactId, daysAgo: 5, probability: 0.9 });
      await ended(ours, { contactId, result, daysAgo: 2 });
    };
    await end("won");
    expect((await read(ours)).of.get("m")).toMatchObject({
      leads: 1,
      logLoss: expect.closeTo(-Math.log(0.9), 9),
    });
    await end("lost");
    expect((await read(ours)).of.get("m")?.leads).toBe(1);
    expect((await scorerRecords(db)(ours)).of.get("m")?.leads).toBe(2);
    expect((await read(theirs)).of.size).toBe(0);
  });

  test("a reading that failed is tried again", async () => {
    let calls = 0;
    const readTenant = async () => {
      calls++;
      throw new Error("gone");
    };
    const failing = { ...db, readTenant };
    const read = scorerRecords(failing);
    const principal = await freshWorkspace();
    await expect(read(principal)).rejects.toThrow("gone");
    await expect(read(principal)).rejects.toThrow("gone");
    expect(calls).toBe(2);
  });
});

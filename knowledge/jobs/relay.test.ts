import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { listQueuedJobs } from "./dead-letters.ts";
import { ensureQueues, openBoss } from "./open-boss.ts";
import { defaultPolicy } from "./queues.ts";
import { relayEvents } from "./relay.ts";

const db = testDatabase();
const schema = `pgboss_${randomUUID().slice(0, 8)}`;
const worked = new Set(["ev-calculation", "email-received"]);
let boss: PgBoss;
let who: Principal;

beforeAll(async () => {
  boss = openBoss(db, { schema, supervise: false });
  await boss.start();
  await ensureQueues(
    boss,
    new Map([
      ["ev-calculation", { ...defaultPolicy, oneWaiting: true }],
      ["email-received", defaultPolicy],
    ]),
  );
}, 60_000);

afterAll(async () => {
  await boss.stop({ graceful: false });
  await db.withSystem((tx) => tx.query(`drop schema ${schema} cascade`));
});

beforeEach(async () => {
  who = await freshWorkspace();
});

const emit = (type: string, times: number) =>
  db.withTenant(who.tenant.id, (tx) =>
    tx.query(`select rapport_emit($1, '{}') from generate_series(1, $2)`, [type, times]),
  );
const relay = () => relayEvents(db, boss, { worked, tenants: [who.tenant.id] });
const jobs = async (queue: string) =>
  (await listQueuedJobs(db, { queue, schema })).filter(({ payload }) => payload?.tenant === who.tenant.id);
const waiting = () =>
  db.withSystem(async (tx) => {
    const { rows } = await tx.query<{ n: number }>(
      `select count(*) as n from event_queue where tenant = $1`,
      [who.tenant.id],
    );
    return rows[0]?.n;
  });

test("each event becomes jobs once, and one that waits stands for all of a tenant's changes", async () => {
  await emit("interaction.logged", 30);
  expect(await relay()).toMatchObject({ events: 30, isFull: false });
  await emit("interaction.logged", 1);
  expect((await relay()).queues).toEqual(
    new Map([
      ["ev-calculation", 2],
      ["email-received", 0],
    ]),
  );
  expect(await relay()).toMatchObject({ events: 0 });
  const received = await jobs("email-received");
  expect(new Set(received.map(({ payload }) => payload?.event)).size).toBe(31);
  expect(received).toHaveLength(31);
  expect(await jobs("ev-calculation")).toHaveLength(1);
});

test("a relay that dies half-way loses nothing and leaves nothing", async () => {
  await emit("interaction.logged", 3);
  let inserted = 0;
  const dying = {
    insert: async (...args: Parameters<PgBoss["insert"]>) => {
      if (inserted++ > 0) throw new Error("killed");
      return boss.insert(...args);
    },
  };
  const cut = relayEvents(db, dying as Pick<PgBoss, "insert">, { worked, tenants: [who.tenant.id] });
  await expect(cut).rejects.toThrow("killed");
  expect([
    await waiting(),
    (await jobs("email-received")).length,
    (await jobs("ev-calculation")).length,
  ]).toEqual([3, 0, 0]);
  await relay();
  expect([await waiting(), (await jobs("email-received")).length]).toEqual([0, 3]);
});

test("two relays at once share the events", async () => {
  await emit("interaction.logged", 20);
  await Promise.all([relay(), relay(), relay()]);
  expect(await jobs("email-received")).toHaveLength(20);
});

test.each([
  ["nobody works on yet, and stay", "webhook.received", 1],
  ["nobody is ever told of, and go", "something.else", 0],
  ["only other queues are for, and stay", "lead.score_changed", 1],
])("events that %s", async (_, type, left) => {
  await emit(type, 1);
  await relay();
  expect(await waiting()).toBe(left);
});

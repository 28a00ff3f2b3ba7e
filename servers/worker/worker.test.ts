import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { newContact, serveApi, type TestApi } from "../http/api/test-api.ts";
import { composeForTests } from "../test-support/serve-workspace.ts";
import { workedQueues } from "./queues.ts";
import { type RunningWorker, startWorker } from "./start-worker.ts";
import type { Try, WorkedQueues } from "./worked-queue.ts";

const schema = `pgboss_${randomUUID().slice(0, 8)}`;
const rapport = composeForTests();
const running: RunningWorker[] = [];
let who: Principal;
let api: TestApi;

beforeAll(async () => {
  who = await freshWorkspace();
  api = await serveApi(who);
});

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.stop();
});

afterAll(async () => {
  await testDatabase().withSystem((tx) => tx.query(`drop schema if exists ${schema} cascade`));
  await api.close();
  await rapport.close();
});

const work = async (queues: WorkedQueues, pollSeconds = 0.5) => {
  const tenants = [who.tenant.id];
  const worker = await startWorker(rapport, {
    queues,
    tenants,
    pollSeconds,
    boss: { schema, superviseSeconds: 1 },
  });
  running.push(worker);
  return worker;
};

const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 25_000, interval: 100 });

const deadLetters = () => rapport.operations.listDeadLetters({ schema });

test("a contact that changes is scored, and a burst of interactions needs few runs", async () => {
  const all = workedQueues(rapport);
  let runs = 0;
  const queues: WorkedQueues = {
    "ev-calculation": {
      ...all["ev-calculation"],
      handle: async (job) => {
        runs++;
        await all["ev-calculation"]?.handle(job);
      },
    },
  };
  await work(queues);
  const { body: contact } = await api.send({ method: "post", path: "/contacts", body: newContact() });
  const versions = () =>
    testDatabase().readTenant(who.tenant.id, async (tx) => {
      const { rows } = await tx.query<{ same: boolean }>(
        `select s.contact_version = c.updated_at as same from contacts c join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id
          where c.tenant_id = $1 and c.id = $2`,
        [who.tenant.id, contact.id],
      );
      return rows[0]?.same;
    });
  for (let n = 0; n < 50; n++) {
    const body = { contactId: contact.id, type: "PHONE_CALL", content: `Call ${n}`, duration: 2 };
    await api.send({ method: "post", path: "/interactions", body });
  }
  await testDatabase().withTenant(who.tenant.id, (tx) =>
    tx.query(`update contacts set position = 'CTO', updated_at = now() where tenant_id = $1 and id = $2`, [
      who.tenant.id,
      contact.id,
    ]),
  );
  expect(await versions()).toBe(false);
  await soon(async () => expect(await versions()).toBe(true));
  expect(runs).toBeGreaterThan(0);
  expect(runs).toBeLessThan(10);
}, 60_000);

test("what fails three times is a dead letter with its reason, and can be put back", async () => {
  let tries = 0;
  let fails = true;
  const handle = async ({ event }: Try) => {
    tries++;
    if (fails) throw new Error(`no luck with ${event}`);
  };
  await work({ "email-received": { handle, pause: 1, longestPause: 1 } });
  await api.send({ method: "post", path: "/contacts", body: newContact() }).then(({ body }) =>
    api.send({
      method: "post",
      path: "/interactions",
      body: { contactId: body.id, type: "EMAIL", content: "Hello" },
    }),
  );
  await soon(async () => expect(await deadLetters()).toHaveLength(1));
  expect(tries).toBe(3);
  const [letter] = await deadLetters();
  expect(letter).toMatchObject({
    from: "email-received",
    payload: { tenant: who.tenant.id, event: expect.any(Number) },
    error: expect.stringContaining("no luck with"),
  });
  fails = false;
  expect(await rapport.operations.requeueDeadLetters([letter?.id ?? ""], { schema })).toBe(1);
  await soon(() => expect(tries).toBe(4));
  expect(await deadLetters()).toEqual([]);
}, 60_000);

test("two workers do each job once", async () => {
  const done: number[] = [];
  const queues: WorkedQueues = {
    "email-received": { handle: async ({ event }) => void done.push(event) },
  };
  await work(queues);
  await work(queues);
  const emit = () =>
    testDatabase().withTenant(who.tenant.id, (tx) =>
      tx.query(`select rapport_emit('interaction.logged', '{}') from generate_series(1, 20)`),
    );
  await emit();
  await soon(() => expect(done).toHaveLength(20));
  expect(new Set(done).size).toBe(20);
}, 60_000);

test("a job whose worker died is done by another", async () => {
  let begun = 0;
  const { promise: never } = Promise.withResolvers<void>();
  const handle = async () => {
    begun++;
    // The first worker never comes back.
    if (begun === 1) await never;
  };
  await work({ "rate-limit-check": { handle } });
  const boss = await rapport.operations.startQueues(new Map(), { schema, supervise: false });
  await boss.insert("rate-limit-check", [
    { data: { tenant: who.tenant.id }, singletonKey: who.tenant.id, expireInSeconds: 1 },
  ]);
  await soon(() => expect(begun).toBe(1));
  await work({ "rate-limit-check": { handle } });
  await soon(() => expect(begun).toBeGreaterThan(1));
  await boss.stop({ graceful: false });
}, 60_000);

test("a schedule reaches every tenant, and a suspended one's job ends quietly", async () => {
  const seen: string[] = [];
  const handle = async ({ principal }: Try) => void seen.push(principal.tenant.id);
  await work({ retention: { handle, oneWaiting: true } });
  const suspended = await freshWorkspace();
  await testDatabase().withSystem((tx) =>
    tx.query(`update tenants set suspended_at = now() where id = $1`, [suspended.tenant.id]),
  );
  const boss = await rapport.operations.startQueues(new Map(), { schema, supervise: false });
  await boss.insert("retention", [
    { data: { tenant: suspended.tenant.id }, singletonKey: suspended.tenant.id },
    { data: {}, singletonKey: "schedule" },
  ]);
  await boss.stop({ graceful: false });
  await soon(() => expect(seen).toContain(who.tenant.id));
  expect(seen).not.toContain(suspended.tenant.id);
}, 60_000);

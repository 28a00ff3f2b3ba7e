import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { askTogether } from "./ask-together.ts";

const db = testDatabase();
const signal = () => AbortSignal.timeout(10_000);

/** Asks through one process's memory; `made` counts how often it was answered. */
function asking({ tenant }: Principal, through = askTogether(db)) {
  const made: number[] = [];
  const ask = (options: { key?: string; gate?: Promise<void>; isWhole?: boolean } = {}) =>
    through({
      tenantId: tenant.id,
      key: options.key ?? "q",
      signal: signal(),
      answer: async () => {
        const n = made.push(made.length);
        await options.gate;
        return { n };
      },
      isWhole: () => options.isWhole ?? true,
    });
  return { ask, made };
}

function emit({ tenant }: Principal, type = "contact.updated") {
  return db.withTenant(tenant.id, (tx) => tx.query("select rapport_emit($1, '{}')", [type]));
}

test("asked fifty times at once it is answered once", async () => {
  const { ask, made } = asking(await freshWorkspace());
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
  expect(made).toHaveLength(1);
  expect(answers.every(({ answer }) => answer.n === 1)).toBe(true);
  expect(await ask()).toEqual({ answer: { n: 1 }, isKept: true });
});

test("who asks after a write is not given what was begun before it", async () => {
  const principal = await freshWorkspace();
  const { ask, made } = asking(principal);
  const gate = Promise.withResolvers<void>();
  const before = ask({ gate: gate.promise });
  await expect.poll(() => made.length).toBe(1);
  await emit(principal);
  const after = ask();
  expect((await after).answer.n).toBe(2);
  gate.resolve();
  expect((await before).answer.n).toBe(1);
  // What was finished last had seen less: it does not count either.
  expect((await ask()).answer.n).toBe(3);
});

test("answers made with less than usual, and errors, are not kept", async () => {
  const principal = await freshWorkspace();
  const { ask } = asking(principal);
  await ask({ isWhole: false });
  expect((await ask()).isKept).toBe(false);
  const failing = askTogether(db)({
    ...{ tenantId: principal.tenant.id, key: "other", signal: signal(), isWhole: () => true },
    answer: () => Promise.reject(new Error("away")),
  });
  await expect(failing).rejects.toThrow("away");
  expect((await ask({ key: "other" })).isKept).toBe(false);
});

test.each([
  ["contact.updated", false],
  ["interaction.logged", false],
  ["outcome.recorded", false],
  ["job.queued", true],
  ["webhook.received", true],
])("after %s it still counts: %s", async (type, isKept) => {
  const principal = await freshWorkspace();
  const { ask } = asking(principal);
  await ask();
  await emit(principal, type);
  expect((await ask()).isKept).toBe(isKept);
});

test("what other workspaces do, or ask, is nothing to it", async () => {
  const [ours, theirs] = [await freshWorkspace(), await freshWorkspace()];
  const through = askTogether(db);
  const { ask } = asking(ours, through);
  await ask();
  expect((await asking(theirs, through).ask()).isKept).toBe(false);
  await emit(theirs);
  expect((await ask()).isKept).toBe(true);
});

test.runIf(db.kind === "postgres")(
  "a write that was under way while it was answered, and is saved afterwards, makes it stale",
  async () => {
    const principal = await freshWorkspace();
    const { ask } = asking(principal);
    const [written, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = db.withTenant(principal.tenant.id, async (tx) => {
      await tx.query("select rapport_emit('interaction.logged', '{}')");
      written.resolve();
      await goOn.promise;
    });
    await written.promise;
    await ask();
    expect((await ask()).isKept).toBe(true);
    goOn.resolve();
    await writing;
    expect((await ask()).isKept).toBe(false);
  },
);

test("the last to leave ends the work; others leave alone", async () => {
  const principal = await freshWorkspace();
  const through = askTogether(db);
  const leaving = [new AbortController(), new AbortController()];
  let [begun, ended] = [false, false];
  const waiting = leaving.map((own) =>
    through({
      ...{ tenantId: principal.tenant.id, key: "q", signal: own.signal, isWhole: () => true },
      answer: (shared) =>
        new Promise<never>((_, reject) => {
          begun = true;
          shared.addEventListener("abort", () => {
            ended = true;
            reject(shared.reason);
          });
        }),
    }),
  );
  const settled = Promise.allSettled(waiting);
  await expect.poll(() => begun).toBe(true);
  // Both wait for the same work once they have looked.
  await new Promise((resolve) => setTimeout(resolve, 300));
  leaving[0]?.abort();
  await expect(waiting[0]).rejects.toThrow();
  expect(ended).toBe(false);
  leaving[1]?.abort();
  await settled;
  expect(ended).toBe(true);
});

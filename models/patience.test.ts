import { expect, test, vi } from "vitest";
import { z } from "zod";
import { ModelError } from "./failure.ts";
import { patienceMs, patient } from "./patience.ts";

const limitMs = 8_000;
const down = (outcome: "failed" | "timeout" = "failed") =>
  new ModelError("down", { retryable: true, trips: true, outcome });

type Step = { after: number; fail?: ModelError };

/** A model on made-up time: the steps in turn, the last for ever. */
function model(...steps: Step[]) {
  let n = 0;
  const asked = vi.fn();
  const generate = <T>({ signal }: { signal?: AbortSignal }) =>
    new Promise<T>((resolve, reject) => {
      asked();
      const { after, fail } = steps[Math.min(n++, steps.length - 1)] ?? { after: 0 };
      signal?.addEventListener("abort", () => reject(signal.reason));
      setTimeout(() => (fail ? reject(fail) : resolve("said" as T)), after);
    });
  return { asked, tested: patient({ id: "test:model", generate }, limitMs) };
}

/** Asks, and says what came and after how many milliseconds. */
async function ask({ tested }: ReturnType<typeof model>, signal?: AbortSignal) {
  const began = Date.now();
  const asked = tested.generate({
    ...{ system: "", input: "", schema: z.string(), schemaName: "vote" },
    ...(signal ? { signal } : {}),
  });
  const said = asked.catch((error: Error) => error.message);
  let settled = false;
  void said.finally(() => {
    settled = true;
  });
  while (!settled) await vi.advanceTimersByTimeAsync(10);
  return { said: await said, ms: Date.now() - began };
}

async function faked(work: () => Promise<void>) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  try {
    await work();
  } finally {
    vi.useRealTimers();
  }
}

test("a slow model that answers is waited for, however often", () =>
  faked(async () => {
    const slow = model({ after: 6_000 });
    for (let i = 0; i < 12; i++) expect(await ask(slow)).toMatchObject({ said: "said" });
  }));

test("a model that hangs costs its time limit once; then half a second, or nothing while it is tried", () =>
  faked(async () => {
    const hanging = model({ after: limitMs, fail: down("timeout") });
    expect((await ask(hanging)).ms).toBeGreaterThanOrEqual(limitMs);
    expect((await ask(hanging)).ms).toBeLessThanOrEqual(patienceMs + 20);
    for (let i = 0; i < 5; i++) expect((await ask(hanging)).ms).toBeLessThanOrEqual(20);
    expect(hanging.asked).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(limitMs);
    expect((await ask(hanging)).ms).toBeLessThanOrEqual(patienceMs + 20);
  }));

test("a slow model that is back is used again once a call that nobody waited for has been answered", () =>
  faked(async () => {
    const back = model({ after: 5, fail: down() }, { after: 4_000 });
    expect(await ask(back)).toMatchObject({ said: "down" });
    expect((await ask(back)).said).toMatch(/did not answer within 500 ms/);
    expect((await ask(back)).said).toMatch(/is being tried again/);
    await vi.advanceTimersByTimeAsync(4_000);
    const answered = await ask(back);
    expect(answered).toMatchObject({ said: "said" });
    expect(answered.ms).toBeGreaterThanOrEqual(4_000);
  }));

test("of a model known to be quick even the first call that hangs costs little", () =>
  faked(async () => {
    const quick = { after: 200 };
    const hanging = model(quick, quick, quick, quick, quick, { after: limitMs, fail: down("timeout") });
    for (let i = 0; i < 5; i++) expect(await ask(hanging)).toMatchObject({ said: "said" });
    expect((await ask(hanging)).ms).toBeLessThanOrEqual(1_020);
    expect((await ask(hanging)).ms).toBeLessThanOrEqual(20);
  }));

test("a request that was refused for what it says puts nobody in doubt", () =>
  faked(async () => {
    const refused = new ModelError("refused", { retryable: false, trips: false });
    const refusing = model({ after: 5, fail: refused }, { after: 4_000 });
    expect(await ask(refusing)).toMatchObject({ said: "refused" });
    expect(await ask(refusing)).toMatchObject({ said: "said" });
  }));

test("a caller who leaves ends the request while it is waited for", () =>
  faked(async () => {
    const doubted = model({ after: 5, fail: down() }, { after: 4_000 });
    await ask(doubted);
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(new Error("left")), 100);
    expect(await ask(doubted, leaving.signal)).toMatchObject({ said: "left" });
  }));

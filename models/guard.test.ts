import { expect, test, vi } from "vitest";
import { AppError } from "#core/errors.ts";
import { createGuard } from "./guard.ts";

const options = { id: "p:m", credential: "KEY", secrets: [], timeoutMs: 20 };
const heedless = () => new Promise<never>(() => {});

test("holds its time limit over work that heeds no signal, and rests after three such", async () => {
  const guard = createGuard(options);
  for (let i = 0; i < 3; i++) await expect(guard(undefined, heedless)).rejects.toThrow("within 20 ms");
  await expect(guard(undefined, heedless)).rejects.toThrow("p:m failed repeatedly");
});

test("does no work for a caller who has left already", async () => {
  const work = vi.fn(heedless);
  await expect(createGuard(options)(AbortSignal.abort(), work)).rejects.toMatchObject({ code: "CANCELLED" });
  expect(work).not.toHaveBeenCalled();
});

test("does not hold callers who leave against the model", async () => {
  const guard = createGuard({ ...options, timeoutMs: 10_000 });
  for (let i = 0; i < 4; i++) {
    await expect(guard(AbortSignal.timeout(5), heedless)).rejects.toMatchObject({ code: "CANCELLED" });
  }
  await expect(guard(undefined, async () => "up")).resolves.toBe("up");
});

test("lets an error that is fit for callers through", async () => {
  const own = new AppError("RATE_LIMIT_EXCEEDED", "The budget of today is spent.");
  const work = async () => {
    throw own;
  };
  await expect(createGuard(options)(undefined, work)).rejects.toBe(own);
});

test("ends one piece of work earlier when told to, and counts that as too slow", async () => {
  const guard = createGuard({ ...options, timeoutMs: 60_000 });
  for (let i = 0; i < 3; i++) await expect(guard(undefined, heedless, 20)).rejects.toThrow("within 20 ms");
  await expect(guard(undefined, heedless, 20)).rejects.toThrow("p:m failed repeatedly");
});

test("is never told to wait longer than its own time limit", async () => {
  await expect(createGuard(options)(undefined, heedless, 60_000)).rejects.toThrow("within 20 ms");
});

test("holds a caller's own time limit against the model when it is about as long", async () => {
  const guard = createGuard({ ...options, timeoutMs: 110 });
  for (let i = 0; i < 3; i++)
    await expect(guard(AbortSignal.timeout(100), heedless)).rejects.toMatchObject({ outcome: "timeout" });
  await expect(guard(undefined, heedless)).rejects.toThrow("p:m failed repeatedly");
});

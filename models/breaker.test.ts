import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createBreaker } from "./breaker.ts";
import { ModelError } from "./failure.ts";

const down = async () => {
  throw new ModelError("down", { retryable: true, trips: true });
};
const misfit = async () => {
  throw new ModelError("misfit", { retryable: false, trips: false });
};
const up = async () => "up";

describe("createBreaker", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const opened = async () => {
    const run = createBreaker("p:m");
    for (let i = 0; i < 3; i++) await expect(run(down)).rejects.toThrow("down");
    return run;
  };

  test("fails at once after three failures in a row, saying when it tries again", async () => {
    const run = await opened();
    vi.advanceTimersByTime(3_000);
    const work = vi.fn(up);
    await expect(run(work)).rejects.toMatchObject({
      code: "AI_SERVICE_UNAVAILABLE",
      retryable: true,
      message: expect.stringMatching(/^p:m .* in 27 s\.$/),
    });
    expect(work).not.toHaveBeenCalled();
  });

  test("lets one call try after 30 s and closes when it succeeds", async () => {
    const run = await opened();
    vi.advanceTimersByTime(30_000);
    await expect(run(up)).resolves.toBe("up");
    await expect(run(down)).rejects.toThrow("down");
    await expect(run(up)).resolves.toBe("up");
  });

  test("rests twice as long after each trial that fails", async () => {
    const run = await opened();
    vi.advanceTimersByTime(30_000);
    await expect(run(down)).rejects.toThrow("down");
    await expect(run(up)).rejects.toThrow("in 60 s");
    vi.advanceTimersByTime(60_000);
    await expect(run(down)).rejects.toThrow("down");
    await expect(run(up)).rejects.toThrow("in 120 s");
  });

  test("does not count an answer that does not fit", async () => {
    const run = createBreaker("p:m");
    for (let i = 0; i < 5; i++) await expect(run(misfit)).rejects.toThrow("misfit");
    await expect(run(up)).resolves.toBe("up");
  });

  test("counts failures in a row only", async () => {
    const run = createBreaker("p:m");
    for (const work of [down, down, up, down, down]) await run(work).catch(() => {});
    await expect(run(up)).resolves.toBe("up");
  });
});

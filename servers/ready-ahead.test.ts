import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { McpServerDefinition } from "./mcp/server-definition.ts";
import { readyAhead } from "./ready-ahead.ts";

const serving = (...names: string[]) =>
  [{ tools: names.map((name) => ({ name })) }] as unknown as McpServerDefinition[];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([
  [
    "gets its tools ready a moment after its start",
    ["find_threads", "draft_response", "score_lead"],
    false,
    2,
  ],
  ["leaves what it does not serve alone", ["find_threads", "score_lead"], false, 1],
  ["that has stopped meanwhile does nothing", ["draft_response"], true, 0],
])("a server %s", async (_, tools, stops, times) => {
  const load = vi.fn(async () => {});
  const callOff = readyAhead(serving(...tools), { score_lead: load, draft_response: load });
  expect(load).not.toHaveBeenCalled();
  if (stops) callOff();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(load).toHaveBeenCalledTimes(times);
});

test("one that cannot be loaded costs the others nothing", async () => {
  const load = vi.fn(async () => {});
  readyAhead(serving("score_lead", "draft_response"), {
    score_lead: () => Promise.reject(new Error("not there")),
    draft_response: load,
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(load).toHaveBeenCalledTimes(1);
});

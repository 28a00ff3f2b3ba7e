import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { McpServerDefinition } from "./mcp/server-definition.ts";
import { readyAhead } from "./ready-ahead.ts";

const serving = (...names: string[]) =>
  [{ tools: names.map((name) => ({ name })) }] as unknown as McpServerDefinition[];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([
  ["that drafts gets ready a moment after its start", ["find_threads", "draft_response"], false, 1],
  ["that does not draft never does", ["score_lead"], false, 0],
  ["that has stopped meanwhile does not", ["draft_response"], true, 0],
])("a server %s", (_, tools, stops, times) => {
  const getReady = vi.fn(async () => {});
  const callOff = readyAhead(serving(...tools), getReady);
  expect(getReady).not.toHaveBeenCalled();
  if (stops) callOff();
  vi.advanceTimersByTime(10_000);
  expect(getReady).toHaveBeenCalledTimes(times);
});

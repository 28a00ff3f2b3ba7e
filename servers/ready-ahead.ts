import type { McpServerDefinition } from "./mcp/server-definition.ts";

/** By then a host has had its first answers: starting takes no longer. */
const delayMs = 1_000;

/** Lets a server that drafts load what its first draft needs, a moment after its start; returns what calls it off. */
export function readyAhead(
  servers: readonly McpServerDefinition[],
  getReadyToDraft: () => Promise<void>,
): () => void {
  if (!servers.some(({ tools }) => tools.some(({ name }) => name === "draft_response"))) return () => {};
  const timer = setTimeout(() => void getReadyToDraft(), delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

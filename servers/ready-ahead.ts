import { log } from "#core/log.ts";
import type { McpServerDefinition } from "./mcp/server-definition.ts";

/** By then a host has had its first answers: starting takes no longer. */
const delayMs = 1_000;

/**
 * Lets a server load what the first calls of its tools need, one after the other, a moment after its start; returns what calls it off. What
 * fails here fails again, and is told, when the tool is called.
 * @param getReady by tool
 */
export function readyAhead(
  servers: readonly McpServerDefinition[],
  getReady: Readonly<Record<string, () => Promise<unknown>>>,
): () => void {
  const served = new Set(servers.flatMap(({ tools }) => tools.map(({ name }) => name)));
  const waiting = Object.entries(getReady).filter(([tool]) => served.has(tool));
  let isOff = false;
  const timer = setTimeout(async () => {
    for (const [tool, load] of waiting) {
      if (isOff) return;
      await load().catch((err: unknown) => log.warn({ err, tool }, "not made ready ahead of its first call"));
    }
  }, delayMs);
  timer.unref();
  return () => {
    isOff = true;
    clearTimeout(timer);
  };
}

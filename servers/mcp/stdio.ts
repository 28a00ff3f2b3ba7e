import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { log } from "#core/log.ts";
import type { PrincipalSource } from "./call-tool.ts";
import type { McpServerDefinition } from "./server-definition.ts";
import { mcpServerFactory } from "./server-factory.ts";

/** Serves MCP over this process's standard input and output until the host closes them. */
export function serveOverStdio(
  definitions: readonly McpServerDefinition[],
  principal: PrincipalSource,
): Promise<void> {
  return new Promise((resolve) => {
    const handle = serveStdio(mcpServerFactory(definitions, principal), {
      onerror: (error) => log.warn({ err: error }, "MCP connection"),
    });
    const stop = () => handle.close().finally(resolve);
    process.stdin.once("end", stop);
    process.stdin.once("close", stop);
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  });
}

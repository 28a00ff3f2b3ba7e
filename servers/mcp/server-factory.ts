import { McpServer, type McpServerFactory } from "@modelcontextprotocol/server";
import type { Effect } from "#core/tool.ts";
import { version } from "../version.ts";
import { callTool, type PrincipalSource } from "./call-tool.ts";
import { servePrompts } from "./prompts.ts";
import { unknownName } from "./protocol-errors.ts";
import { serveResources } from "./resources.ts";
import type { AnyTool, McpServerDefinition } from "./server-definition.ts";

/**
 * Makes the factory that both transports and both protocol eras are served from. It runs once a connection over stdio
 * and once a request over HTTP, so it only registers values that exist already.
 */
export function mcpServerFactory(
  definitions: readonly McpServerDefinition[],
  principal: PrincipalSource,
): McpServerFactory {
  const name = definitions.length === 1 ? `rapport-${definitions[0]?.name}` : "rapport";
  const title = definitions.length === 1 ? definitions[0]?.title : "Rapport";
  const instructions = definitions.map((definition) => definition.instructions).join("\n\n");
  const tools = new Map(definitions.flatMap((d) => d.tools).map((tool) => [tool.name, tool]));
  const prompts = definitions.flatMap((d) => d.prompts);
  const families = definitions.flatMap((d) => d.resources);
  return () => {
    const server = new McpServer({ name, title, version }, { instructions, capabilities: { tools: {} } });
    for (const tool of tools.values()) registerTool(server, tool, principal);
    answerToolCalls(server, tools, principal);
    serveResources(server, families, principal);
    servePrompts(server, prompts);
    return server;
  };
}

function registerTool(server: McpServer, tool: AnyTool, principal: PrincipalSource): void {
  const { name, title, description, input, output, effect } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      outputSchema: output,
      annotations: { title, ...hints[effect] },
    },
    (args: unknown, context) => callTool(tool, args, { principal, signal: context.mcpReq.signal }),
  );
}

const hints: Record<Effect, Record<string, boolean>> = {
  read: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  compute: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  write: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  send: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
};

/** The SDK echoes unknown names whole and words schema errors for programmers; hosts get ours instead. */
function answerToolCalls(server: McpServer, tools: Map<string, AnyTool>, principal: PrincipalSource): void {
  server.server.setRequestHandler("tools/call", (request, context) => {
    const { name, arguments: input } = request.params;
    const tool = tools.get(name);
    if (!tool) throw unknownName("tool", name, tools.keys());
    return callTool(tool, input, { principal, signal: context.mcpReq.signal });
  });
}

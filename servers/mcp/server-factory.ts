import { type McpRequestContext, McpServer, type McpServerFactory } from "@modelcontextprotocol/server";
import type { Principal } from "#core/principal.ts";
import type { Effect } from "#core/tool.ts";
import { version } from "../version.ts";
import { acceptsCharts } from "./accepts-charts.ts";
import { callTool, type PrincipalSource } from "./call-tool.ts";
import { challengeScope } from "./challenge-scope.ts";
import type { DrawCharts } from "./chart-content.ts";
import { servePrompts } from "./prompts.ts";
import { unknownName } from "./protocol-errors.ts";
import { serveResources } from "./resources.ts";
import type { AnyTool, McpServerDefinition } from "./server-definition.ts";
import { viewMeta } from "./views.ts";

/**
 * Makes the factory that both transports and both protocol eras are served from. It runs once a connection over stdio
 * and once a request over HTTP, so it only registers values that exist already.
 */
export function mcpServerFactory(
  definitions: readonly McpServerDefinition[],
  principalFor: (context: McpRequestContext) => Promise<Principal>,
): McpServerFactory {
  const name = definitions.length === 1 ? `rapport-${definitions[0]?.name}` : "rapport";
  const title = definitions.length === 1 ? definitions[0]?.title : "Rapport";
  const instructions = definitions.map((definition) => definition.instructions).join("\n\n");
  const tools = new Map(definitions.flatMap((d) => d.tools).map((tool) => [tool.name, tool]));
  const prompts = definitions.flatMap((d) => d.prompts);
  const families = definitions.flatMap((d) => d.resources);
  const views = definitions.flatMap((d) => d.views ?? []);
  const charts = new Map(definitions.flatMap((d) => Object.entries(d.charts ?? {})));
  return (context) => {
    const principal = () => principalFor(context);
    const server = new McpServer({ name, title, version }, { instructions, capabilities: { tools: {} } });
    for (const tool of tools.values())
      registerTool(server, tool, { principal, meta: viewMeta(views, tool.name) });
    answerToolCalls(server, { tools, charts, principal });
    serveResources(server, { families, views, principal });
    servePrompts(server, prompts);
    return server;
  };
}

interface Registered {
  principal: PrincipalSource;
  meta: Record<string, unknown> | undefined;
}

function registerTool(server: McpServer, tool: AnyTool, { principal, meta }: Registered): void {
  const { name, title, description, input, output, effect, permission } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      outputSchema: output,
      annotations: { title, ...hints[effect] },
      scopeChallenge: challengeScope(permission),
      ...(meta && { _meta: meta }),
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

interface Callable {
  tools: ReadonlyMap<string, AnyTool>;
  charts: ReadonlyMap<string, DrawCharts>;
  principal: PrincipalSource;
}

/** The SDK echoes unknown names whole and words schema errors for programmers; hosts get ours instead. */
function answerToolCalls({ server }: McpServer, { tools, charts, principal }: Callable): void {
  server.setRequestHandler("tools/call", (request, { mcpReq }) => {
    const { name, arguments: input } = request.params;
    const tool = tools.get(name);
    if (!tool) throw unknownName("tool", name, tools.keys());
    const shown = acceptsCharts(server.getClientCapabilities(), { meta: mcpReq._meta, input });
    const draw = shown ? charts.get(name) : undefined;
    return callTool(tool, input, { principal, signal: mcpReq.signal, charts: draw });
  });
}

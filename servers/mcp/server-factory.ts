import { type McpRequestContext, McpServer, type McpServerFactory } from "@modelcontextprotocol/server";
import type { Principal } from "#core/principal.ts";
import type { Effect } from "#core/tool.ts";
import { version } from "../version.ts";
import { acceptsCharts } from "./accepts-charts.ts";
import { callTool, type PrincipalSource } from "./call-tool.ts";
import { challengeScope } from "./challenge-scope.ts";
import type { DrawCharts } from "./chart-content.ts";
import { keptJsonSchema } from "./kept-json-schema.ts";
import { promptService } from "./prompts.ts";
import { unknownName } from "./protocol-errors.ts";
import { resourceService } from "./resources.ts";
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
  const info = { name, ...(title !== undefined && { title }), version };
  const tools = new Map(definitions.flatMap((d) => d.tools).map((tool) => [tool.name, tool]));
  const views = definitions.flatMap((d) => d.views ?? []);
  const listed = [...tools.values()].map((tool) => listedTool(tool, viewMeta(views, tool.name)));
  const charts = new Map(definitions.flatMap((d) => Object.entries(d.charts ?? {})));
  const serveResources = resourceService(
    definitions.flatMap((d) => d.resources),
    views,
  );
  const servePrompts = promptService(definitions.flatMap((d) => d.prompts));
  return (context) => {
    const principal = () => principalFor(context);
    const server = new McpServer(info, { instructions, capabilities: { tools: {} } });
    for (const { name, config } of listed) server.registerTool(name, config, answeredBelow);
    answerToolCalls(server, { tools, charts, principal });
    serveResources(server, principal);
    servePrompts(server);
    return server;
  };
}

/** A tool as the SDK lists it; its calls are answered by answerToolCalls. */
function listedTool(tool: AnyTool, meta: Record<string, unknown> | undefined) {
  const { name, title, description, input, output, effect, permission } = tool;
  const config = {
    title,
    description,
    inputSchema: keptJsonSchema(input),
    outputSchema: keptJsonSchema(output),
    annotations: { title, ...hints[effect] },
    scopeChallenge: challengeScope(permission),
    ...(meta && { _meta: meta }),
  };
  return { name, config };
}

function answeredBelow(): never {
  throw new Error("tools/call has its own handler");
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

import {
  McpServer,
  type McpServerFactory,
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { toAppError } from "#core/errors.ts";
import type { Effect } from "#core/tool.ts";
import { version } from "../version.ts";
import { callTool, type PrincipalSource } from "./call-tool.ts";
import type { AnyTool, McpServerDefinition, PromptDefinition, ResourceFamily } from "./server-definition.ts";

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
  return () => {
    const server = new McpServer({ name, title, version }, { instructions, capabilities: { tools: {} } });
    for (const tool of tools.values()) registerTool(server, tool, principal);
    for (const family of definitions.flatMap((d) => d.resources))
      registerResources(server, family, principal);
    for (const prompt of definitions.flatMap((d) => d.prompts)) registerPrompt(server, prompt);
    answerCallsOurselves(server, tools, principal);
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

/** The SDK echoes an unknown tool's name whole and words schema errors for programmers; hosts get ours instead. */
function answerCallsOurselves(
  server: McpServer,
  tools: Map<string, AnyTool>,
  principal: PrincipalSource,
): void {
  server.server.setRequestHandler("tools/call", (request, context) => {
    const tool = tools.get(request.params.name);
    if (tool) return callTool(tool, request.params.arguments, { principal, signal: context.mcpReq.signal });
    const asked = JSON.stringify(request.params.name.slice(0, 60));
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `There is no tool ${asked}. The tools are ${[...tools.keys()].join(", ")}.`,
    );
  });
}

function registerResources(server: McpServer, family: ResourceFamily, principal: PrincipalSource): void {
  const uriOf = (id: string) => family.uriTemplate.replace("{id}", id);
  const template = new ResourceTemplate(family.uriTemplate, {
    list: async () => {
      const resources = await family.list(await principal());
      return {
        resources: resources.map(({ id, title }) => ({
          name: `${family.name} ${id}`,
          title,
          uri: uriOf(id),
          mimeType,
        })),
      };
    },
  });
  const { title, description } = family;
  server.registerResource(family.name, template, { title, description, mimeType }, async (uri, { id }) => {
    try {
      const value = await family.read(await principal(), String(id));
      return { contents: [{ uri: uri.href, mimeType, text: JSON.stringify(value, null, 2) }] };
    } catch (error) {
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, toAppError(error).message);
    }
  });
}

const mimeType = "application/json";

function registerPrompt(server: McpServer, prompt: PromptDefinition): void {
  const { name, title, description, render } = prompt;
  const entries = Object.entries(prompt.arguments).map(
    ([key, argument]) => [key, z.string().max(200).optional().describe(argument.description)] as const,
  );
  server.registerPrompt(
    name,
    { title, description, argsSchema: z.object(Object.fromEntries(entries)) },
    (values) => ({
      messages: [{ role: "user", content: { type: "text", text: render(values) } }],
    }),
  );
}

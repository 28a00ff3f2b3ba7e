import { McpServer, type McpServerFactory, ResourceTemplate } from "@modelcontextprotocol/server";
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import type { Effect } from "#core/tool.ts";
import { version } from "../version.ts";
import { callTool, type PrincipalSource } from "./call-tool.ts";
import { orProtocolError, unknownName } from "./protocol-errors.ts";
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

function byName<T extends { name: string }>(named: readonly T[]): Map<string, T> {
  return new Map(named.map((one) => [one.name, one]));
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

function answerToolCalls(server: McpServer, tools: Map<string, AnyTool>, principal: PrincipalSource): void {
  server.server.setRequestHandler("tools/call", (request, context) => {
    const { name, arguments: input } = request.params;
    const tool = tools.get(name);
    if (!tool) throw unknownName("tool", name, tools.keys());
    return callTool(tool, input, { principal, signal: context.mcpReq.signal });
  });
}

function registerResources(server: McpServer, family: ResourceFamily, principal: PrincipalSource): void {
  const { name, title, description, uriTemplate } = family;
  const list = async () => {
    const found = await orProtocolError(async () => family.list(await principal()));
    const resources = found.map(({ id, title }) => ({
      name: `${name} ${id}`,
      title,
      uri: uriTemplate.replace("{id}", id),
      mimeType,
    }));
    return { resources };
  };
  const template = new ResourceTemplate(uriTemplate, { list });
  server.registerResource(name, template, { title, description, mimeType }, (uri) =>
    readResource([family], uri.href, principal),
  );
}

function answerReads(server: McpServer, families: readonly ResourceFamily[], principal: PrincipalSource): void {
  server.server.setRequestHandler("resources/read", (request) =>
    readResource(families, request.params.uri, principal),
  );
}

async function readResource(families: readonly ResourceFamily[], uri: string, principal: PrincipalSource) {
  const family = families.find(({ uriTemplate }) => uri.startsWith(prefixOf(uriTemplate)));
  const id = family && uri.slice(prefixOf(family.uriTemplate).length);
  if (!family || !id) {
    throw unknownName("resource", uri, families.map(({ uriTemplate }) => uriTemplate));
  }
  const value = await orProtocolError(async () => family.read(await principal(), id));
  return { contents: [{ uri, mimeType, text: JSON.stringify(value, null, 2) }] };
}

function prefixOf(uriTemplate: string): string {
  return uriTemplate.replace("{id}", "");
}

const mimeType = "application/json";

function registerPrompt(server: McpServer, prompt: PromptDefinition): void {
  const { name, title, description } = prompt;
  const entries = Object.entries(prompt.arguments).map(
    ([key, argument]) => [key, z.string().optional().describe(argument.description)] as const,
  );
  const argsSchema = z.object(Object.fromEntries(entries));
  server.registerPrompt(name, { title, description, argsSchema }, (values) => renderPrompt(prompt, values));
}

function answerPrompts(server: McpServer, prompts: Map<string, PromptDefinition>): void {
  server.server.setRequestHandler("prompts/get", (request) => {
    const { name, arguments: values = {} } = request.params;
    const prompt = prompts.get(name);
    if (!prompt) throw unknownName("prompt", name, prompts.keys());
    return orProtocolError(async () => renderPrompt(prompt, values));
  });
}

const longestArgument = 200;

function renderPrompt(prompt: PromptDefinition, values: Record<string, string | undefined>) {
  for (const name of Object.keys(prompt.arguments)) {
    if ((values[name]?.length ?? 0) <= longestArgument) continue;
    throw new AppError("VALIDATION_FAILED", `${name} is longer than ${longestArgument} characters. Shorten it.`);
  }
  return {
    messages: [{ role: "user" as const, content: { type: "text" as const, text: prompt.render(values) } }],
  };
}

import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { orProtocolError, unknownName } from "./protocol-errors.ts";
import type { PromptDefinition } from "./server-definition.ts";

const longestArgument = 200;

/** Lists the prompts and renders one of them; an unknown name is told which there are. */
export function servePrompts(server: McpServer, prompts: readonly PromptDefinition[]): void {
  if (prompts.length === 0) return;
  for (const prompt of prompts) register(server, prompt);
  server.server.setRequestHandler("prompts/get", ({ params: { name, arguments: values = {} } }) => {
    const prompt = prompts.find((one) => one.name === name);
    if (prompt) return orProtocolError(async () => render(prompt, values));
    const names = prompts.map((one) => one.name);
    throw unknownName("prompt", name, names);
  });
}

function register(server: McpServer, prompt: PromptDefinition): void {
  const { name, title, description } = prompt;
  const entries = Object.entries(prompt.arguments).map(
    ([key, argument]) => [key, z.string().optional().describe(argument.description)] as const,
  );
  const argsSchema = z.object(Object.fromEntries(entries));
  server.registerPrompt(name, { title, description, argsSchema }, (values) => render(prompt, values));
}

function render(prompt: PromptDefinition, values: Record<string, string | undefined>) {
  for (const name of Object.keys(prompt.arguments)) {
    if ((values[name]?.length ?? 0) <= longestArgument) continue;
    throw new AppError(
      "VALIDATION_FAILED",
      `${name} is longer than ${longestArgument} characters. Shorten it.`,
    );
  }
  const text = prompt.render(values);
  return { messages: [{ role: "user" as const, content: { type: "text" as const, text } }] };
}

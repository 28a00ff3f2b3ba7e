import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { keptJsonSchema } from "./kept-json-schema.ts";
import { orProtocolError, unknownName } from "./protocol-errors.ts";
import type { PromptDefinition } from "./server-definition.ts";

const longestArgument = 200;

/** What registers the prompts with a server: they are listed, and one is rendered; an unknown name is told which there are. */
export function promptService(prompts: readonly PromptDefinition[]) {
  const registered = prompts.map((prompt) => ({ prompt, argsSchema: keptJsonSchema(argumentsOf(prompt)) }));
  const byName = new Map(prompts.map((prompt) => [prompt.name, prompt]));
  return (server: McpServer): void => {
    if (prompts.length === 0) return;
    for (const { prompt, argsSchema } of registered) {
      const { name, title, description } = prompt;
      server.registerPrompt(name, { title, description, argsSchema }, (values) => render(prompt, values));
    }
    server.server.setRequestHandler("prompts/get", ({ params: { name, arguments: values = {} } }) => {
      const prompt = byName.get(name);
      if (prompt) return orProtocolError(async () => render(prompt, values));
      throw unknownName("prompt", name, byName.keys());
    });
  };
}

function argumentsOf(prompt: PromptDefinition) {
  const entries = Object.entries(prompt.arguments).map(
    ([key, argument]) => [key, z.string().optional().describe(argument.description)] as const,
  );
  return z.object(Object.fromEntries(entries));
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

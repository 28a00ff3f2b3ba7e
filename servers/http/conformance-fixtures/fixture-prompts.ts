import { completable, type GetPromptResult, type McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { png } from "./fixture-media.ts";

type Values = Record<string, string | undefined>;

const prompts: Record<
  string,
  { args: readonly string[]; messages(values: Values): GetPromptResult["messages"] }
> = {
  test_simple_prompt: { args: [], messages: () => [said("This is a simple prompt for testing.")] },
  test_prompt_with_arguments: {
    args: ["arg1", "arg2"],
    messages: ({ arg1, arg2 }) => [said(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
  },
  test_prompt_with_embedded_resource: {
    args: ["resourceUri"],
    messages: ({ resourceUri = "" }) => [
      {
        role: "user",
        content: {
          type: "resource",
          resource: {
            uri: resourceUri,
            mimeType: "text/plain",
            text: "Embedded resource content for testing.",
          },
        },
      },
      said("Please process the embedded resource above."),
    ],
  },
  test_prompt_with_image: {
    args: [],
    messages: () => [
      { role: "user", content: { type: "image", data: png, mimeType: "image/png" } },
      said("Please analyze the image above."),
    ],
  },
};

export function fixturePrompts(server: McpServer): void {
  for (const [name, { args, messages }] of Object.entries(prompts)) {
    const fields = args.map((arg) => [arg, completable(z.string(), () => [])] as const);
    const argsSchema = z.object(Object.fromEntries(fields));
    const description = "Made for the conformance suite.";
    server.registerPrompt(name, { description, argsSchema }, (values) => ({ messages: messages(values) }));
  }
  server.server.setRequestHandler("prompts/get", ({ params: { name, arguments: values = {} } }) => {
    const prompt = prompts[name];
    if (!prompt) throw new Error(`no fixture ${name}`);
    return { messages: prompt.messages(values) };
  });
}

function said(text: string) {
  return { role: "user" as const, content: { type: "text" as const, text } };
}

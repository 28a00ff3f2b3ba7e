import { setTimeout as wait } from "node:timers/promises";
import {
  type CallToolResult,
  fromJsonSchema,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { png, wav } from "./fixture-media.ts";

type Run = (context: ServerContext) => Promise<CallToolResult>;

/** The tools by the names and with the answers that the suite's scenarios describe. */
const tools: Record<string, Run> = {
  test_simple_text: async () => ({ content: [text("This is a simple text response for testing.")] }),
  test_image_content: async () => ({ content: [image] }),
  test_audio_content: async () => ({ content: [{ type: "audio", data: wav, mimeType: "audio/wav" }] }),
  test_embedded_resource: async () => ({
    content: [
      {
        type: "resource",
        resource: {
          uri: "test://embedded-resource",
          mimeType: "text/plain",
          text: "This is an embedded resource content.",
        },
      },
    ],
  }),
  test_multiple_content_types: async () => ({
    content: [
      text("Multiple content types test:"),
      image,
      {
        type: "resource",
        resource: {
          uri: "test://mixed-content-resource",
          mimeType: "application/json",
          text: JSON.stringify({ test: "data", value: 123 }),
        },
      },
    ],
  }),
  test_tool_with_logging: async ({ mcpReq }) => {
    for (const message of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
      await mcpReq.log("info", message);
      await wait(50);
    }
    return { content: [text("Logged three times.")] };
  },
  test_error_handling: async () => ({
    isError: true,
    content: [text("This tool intentionally returns an error for testing")],
  }),
  test_tool_with_progress: async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined) {
        await mcpReq.notify({
          method: "notifications/progress",
          params: { progressToken, progress, total: 100 },
        });
      }
      await wait(50);
    }
    return { content: [text("Progressed.")] };
  },
  json_schema_2020_12_tool: async () => ({ content: [text("Its schema is what counts.")] }),
};

const schemas: Record<string, Parameters<typeof fromJsonSchema>[0]> = {
  json_schema_2020_12_tool: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    $defs: {
      address: { type: "object", properties: { street: { type: "string" }, city: { type: "string" } } },
    },
    properties: { name: { type: "string" }, address: { $ref: "#/$defs/address" } },
    additionalProperties: false,
  },
};

const nothing = { type: "object", properties: {} };

export function fixtureTools(server: McpServer): void {
  server.server.registerCapabilities({ logging: {} });
  for (const [name, run] of Object.entries(tools)) {
    const inputSchema = fromJsonSchema(schemas[name] ?? nothing);
    server.registerTool(name, { description: "Made for the conformance suite.", inputSchema }, (_, context) =>
      run(context),
    );
  }
  server.server.setRequestHandler("tools/call", ({ params: { name } }, context) => {
    const run = tools[name];
    if (!run) throw new Error(`no fixture ${name}`);
    return run(context);
  });
}

const image = { type: "image" as const, data: png, mimeType: "image/png" };

function text(words: string) {
  return { type: "text" as const, text: words };
}

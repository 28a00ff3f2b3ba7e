import { type McpServer, type ReadResourceResult, ResourceTemplate } from "@modelcontextprotocol/server";
import { png } from "./fixture-media.ts";

const texts: Record<string, ReadResourceResult["contents"][number]> = {
  "test://static-text": {
    uri: "test://static-text",
    mimeType: "text/plain",
    text: "This is the content of the static text resource.",
  },
  "test://static-binary": { uri: "test://static-binary", mimeType: "image/png", blob: png },
  "test://watched-resource": { uri: "test://watched-resource", mimeType: "text/plain", text: "Watched." },
};

/** The suite's resources. Subscriptions are taken and forgotten: without sessions there is nobody to tell. */
export function fixtureResources(server: McpServer): void {
  for (const [uri, content] of Object.entries(texts)) {
    server.registerResource(uri, uri, { description: "Made for the conformance suite." }, () => ({
      contents: [content],
    }));
  }
  const template = new ResourceTemplate("test://template/{id}/data", { list: undefined });
  server.registerResource("template", template, {}, (uri) => read(uri.href));
  server.server.registerCapabilities({ resources: { subscribe: true } });
  server.server.setRequestHandler("resources/read", ({ params: { uri } }) => read(uri));
  server.server.setRequestHandler("resources/subscribe", () => ({}));
  server.server.setRequestHandler("resources/unsubscribe", () => ({}));
}

function read(uri: string): ReadResourceResult {
  const content = texts[uri];
  if (content) return { contents: [content] };
  const [, id] = /^test:\/\/template\/([^/]+)\/data$/.exec(uri) ?? [];
  if (!id) throw new Error(`no fixture ${uri}`);
  const text = JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` });
  return { contents: [{ uri, mimeType: "application/json", text }] };
}

import type { McpServer, ReadResourceResult } from "@modelcontextprotocol/server";
import { orProtocolError } from "./protocol-errors.ts";
import type { ViewDefinition } from "./server-definition.ts";

/** What MCP Apps (SEP-1865) calls a page that a host may show. */
export const viewMimeType = "text/html;profile=mcp-app";

/** What a tool's definition says of its view; undefined without one. The flat key is what hosts of the draft specification read. */
export function viewMeta(
  views: readonly ViewDefinition[],
  tool: string,
): Record<string, unknown> | undefined {
  const view = views.find(({ tools }) => tools.includes(tool));
  return view && { ui: { resourceUri: view.uri }, "ui/resourceUri": view.uri };
}

/** Lists a view among the resources, so that hosts can load it before a tool is called. */
export function registerView(server: McpServer, view: ViewDefinition): void {
  const { name, title, description, uri } = view;
  server.registerResource(name, uri, { title, description, mimeType: viewMimeType, _meta: contentMeta }, () =>
    readView(view),
  );
}

export async function readView({ uri, html }: ViewDefinition): Promise<ReadResourceResult> {
  const text = await orProtocolError(html);
  return { contents: [{ uri, mimeType: viewMimeType, text, _meta: contentMeta }] };
}

/** No network at all, and a frame around the page. */
const contentMeta = { ui: { csp: { connectDomains: [], resourceDomains: [] }, prefersBorder: true } };

import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { unusableText } from "#tools/unusable-text.ts";
import type { PrincipalSource } from "./call-tool.ts";
import { orProtocolError, unknownName } from "./protocol-errors.ts";
import type { ResourceFamily } from "./server-definition.ts";

const mimeType = "application/json";

/** Lists the resources of every family, and reads one of them; an unknown address is told which there are. */
export function serveResources(
  server: McpServer,
  families: readonly ResourceFamily[],
  principal: PrincipalSource,
): void {
  if (families.length === 0) return;
  for (const family of families) register(server, family, principal);
  server.server.setRequestHandler("resources/read", ({ params }) => read(families, params.uri, principal));
}

function register(server: McpServer, family: ResourceFamily, principal: PrincipalSource): void {
  const { name, title, description, uriTemplate } = family;
  const list = async () => {
    const found = await orProtocolError(async () => family.list(await principal()));
    const resources = found.map(({ id, title }) => ({
      name: `${name} ${id}`,
      title,
      uri: prefixOf(family) + id,
      mimeType,
    }));
    return { resources };
  };
  const template = new ResourceTemplate(uriTemplate, { list });
  server.registerResource(name, template, { title, description, mimeType }, (uri) =>
    read([family], uri.href, principal),
  );
}

async function read(families: readonly ResourceFamily[], uri: string, principal: PrincipalSource) {
  const family = families.find((one) => uri.startsWith(prefixOf(one)));
  if (!family || unusableText(uri)) {
    const templates = families.map(({ uriTemplate }) => uriTemplate);
    throw unknownName("resource", uri, templates);
  }
  const id = uri.slice(prefixOf(family).length);
  const value = await orProtocolError(async () => family.read(await principal(), id));
  return { contents: [{ uri, mimeType, text: JSON.stringify(value, null, 2) }] };
}

function prefixOf({ uriTemplate }: ResourceFamily): string {
  return uriTemplate.replace("{id}", "");
}

import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { authorize } from "#core/access.ts";
import { unusableText } from "#tools/unusable-text.ts";
import type { PrincipalSource } from "./call-tool.ts";
import { challengeScope } from "./challenge-scope.ts";
import { orProtocolError, unknownName } from "./protocol-errors.ts";
import type { ResourceFamily, ViewDefinition } from "./server-definition.ts";
import { readView, registerView } from "./views.ts";

const mimeType = "application/json";

interface Resources {
  families: readonly ResourceFamily[];
  views: readonly ViewDefinition[];
  principal: PrincipalSource;
}

/** Lists the resources of every family and the views, and reads one of them; an unknown address is told which there are. */
export function serveResources(server: McpServer, { families, views, principal }: Resources): void {
  if (families.length + views.length === 0) return;
  for (const family of families) register(server, family, principal);
  for (const view of views) registerView(server, view);
  server.server.setRequestHandler("resources/read", ({ params: { uri } }) => {
    const view = views.find((one) => one.uri === uri);
    return view ? readView(view) : read({ families, views, principal }, uri);
  });
}

function register(server: McpServer, family: ResourceFamily, principal: PrincipalSource): void {
  const { name, title, description, uriTemplate } = family;
  const list = async () => {
    const found = await orProtocolError(async () => family.list(await allowed(family, principal)));
    const resources = found.map(({ id, title }) => ({
      name: `${name} ${id}`,
      title,
      uri: prefixOf(family) + id,
      mimeType,
    }));
    return { resources };
  };
  const template = new ResourceTemplate(uriTemplate, { list });
  const scopeChallenge = challengeScope(family.permission);
  server.registerResource(name, template, { title, description, mimeType, scopeChallenge }, (uri) =>
    read({ families: [family], views: [], principal }, uri.href),
  );
}

async function read({ families, views, principal }: Resources, uri: string) {
  const family = families.find((one) => uri.startsWith(prefixOf(one)));
  if (!family || unusableText(uri)) {
    const known = [...families.map(({ uriTemplate }) => uriTemplate), ...views.map((view) => view.uri)];
    throw unknownName("resource", uri, known);
  }
  const id = uri.slice(prefixOf(family).length);
  const value = await orProtocolError(async () => family.read(await allowed(family, principal), id));
  return { contents: [{ uri, mimeType, text: JSON.stringify(value, null, 2) }] };
}

/** Who asks, if they may. @throws AppError FORBIDDEN */
async function allowed({ permission }: ResourceFamily, source: PrincipalSource) {
  const principal = await source();
  authorize(principal, permission);
  return principal;
}

function prefixOf({ uriTemplate }: ResourceFamily): string {
  return uriTemplate.replace("{id}", "");
}

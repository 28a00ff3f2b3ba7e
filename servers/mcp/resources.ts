import { type McpServer, ResourceTemplate, UriTemplate } from "@modelcontextprotocol/server";
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

/** What registers the resources with a server: every family and the views are listed, and one is read; an unknown address is told which there are. */
export function resourceService(families: readonly ResourceFamily[], views: readonly ViewDefinition[]) {
  const registered = families.map((family) => ({ family, uriTemplate: new UriTemplate(family.uriTemplate) }));
  return (server: McpServer, principal: PrincipalSource): void => {
    if (families.length + views.length === 0) return;
    for (const one of registered) register(server, one, principal);
    for (const view of views) registerView(server, view);
    server.server.setRequestHandler("resources/read", ({ params: { uri } }) => {
      const view = views.find((one) => one.uri === uri);
      return view ? readView(view) : read({ families, views, principal }, uri);
    });
  };
}

interface Registered {
  family: ResourceFamily;
  uriTemplate: UriTemplate;
}

function register(server: McpServer, { family, uriTemplate }: Registered, principal: PrincipalSource): void {
  const { name, title, description, permission } = family;
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
  const scopeChallenge = challengeScope(permission);
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

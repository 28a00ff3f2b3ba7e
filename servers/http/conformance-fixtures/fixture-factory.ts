import type { McpServerFactory } from "@modelcontextprotocol/server";
import { McpServer } from "@modelcontextprotocol/server";
import { fixturePrompts } from "./fixture-prompts.ts";
import { fixtureResources } from "./fixture-resources.ts";
import { fixtureTools } from "./fixture-tools.ts";

/**
 * The same servers with the tools, resources and prompts that the conformance suite calls: listed beside the product's own, whose calls
 * are not answered here. For tests only.
 */
export function fixtureFactory(production: McpServerFactory): McpServerFactory {
  return async (context) => {
    const server = await production(context);
    if (!(server instanceof McpServer)) throw new Error("the product's servers are McpServers");
    fixtureTools(server);
    fixtureResources(server);
    fixturePrompts(server);
    return server;
  };
}

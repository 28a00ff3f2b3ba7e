import { readFile } from "node:fs/promises";

const bundle = new URL(import.meta.resolve("@modelcontextprotocol/ext-apps/app-with-deps"));
/** The bundle ends with its exports: `export{a as App,b as …};`. */
const exportsAtEnd = /export\s*\{([^{}]*)\}\s*;?\s*$/;

/** The MCP Apps client as one expression statement, `const McpApps = …`, for a page that can import nothing. */
export async function appClient(): Promise<string> {
  return asConstant(await readFile(bundle, "utf8"));
}

/** Turns a module without imports into a constant that holds its exports. */
export function asConstant(module: string): string {
  const [whole, list] = exportsAtEnd.exec(module) ?? [];
  if (whole === undefined || list === undefined)
    throw new Error(
      "The bundle of @modelcontextprotocol/ext-apps does not end with its exports; another version may.",
    );
  const entries = list.split(",").map((entry) => {
    const [local = "", name = local] = entry.trim().split(/\s+as\s+/);
    return `${name}:${local}`;
  });
  return `const McpApps=(()=>{${module.slice(0, -whole.length)}\nreturn{${entries.join(",")}}})();`;
}

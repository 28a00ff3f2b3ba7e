import { reachOf } from "#core/access.ts";
import type { Permission } from "#core/permission.ts";
import { roles } from "#core/principal.ts";

/** Something that can be called, by the name that it has on its face of the service. */
export interface Callable {
  name: string;
  permission: Permission;
}

/** The Markdown table of what each role may call: all records, its own, or none. */
export function roleTable(callables: readonly Callable[]): string {
  const rows = callables.map(({ name, permission }) => [
    name,
    permission,
    ...roles.map((role) => words[reachOf([role], permission)]),
  ]);
  const head = ["", "permission", ...roles];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const words = { all: "all", own: "own", none: "no" };

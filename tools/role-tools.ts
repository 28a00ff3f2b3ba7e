import { z } from "zod";
import { reachOf } from "#core/access.ts";
import { permissions } from "#core/permission.ts";
import { roles } from "#core/principal.ts";
import { defineTool } from "./define-tool.ts";
import { role } from "./user-shape.ts";

const reach = z.enum(["all", "own"]).describe("own: of contacts that are assigned to the caller.");
const permission = z.enum(permissions);

/** Makes the verbs that tell who may do what. */
export const roleTools = () => ({
  listRoles: defineTool({
    name: "list_roles",
    title: "List roles",
    description: "Lists the roles, each with its permissions and how far they reach.",
    input: z.object({}),
    output: z.object({
      roles: z.array(z.object({ role, permissions: z.array(z.object({ permission, reach })) })),
    }),
    effect: "read",
    permission: "users:read",
    run: async () => ({
      roles: roles.map((each) => ({
        role: each,
        permissions: held(permissions, (one) => reachOf([each], one), "permission"),
      })),
    }),
    toText: ({ roles: listed }) => listed.map((each) => each.role).join("\n"),
  }),
  listPermissions: defineTool({
    name: "list_permissions",
    title: "List permissions",
    description:
      "Lists the permissions, which are the scopes of tokens and keys too, each with the roles that grant it.",
    input: z.object({}),
    output: z.object({
      permissions: z.array(z.object({ permission, roles: z.array(z.object({ role, reach })) })),
    }),
    effect: "read",
    permission: "users:read",
    run: async () => ({
      permissions: permissions.map((one) => ({
        permission: one,
        roles: held(roles, (each) => reachOf([each], one), "role"),
      })),
    }),
    toText: ({ permissions: listed }) => listed.map((each) => each.permission).join("\n"),
  }),
});

/** Those that reach anything, each under its name. */
function held<T extends string, Name extends string>(
  all: readonly T[],
  reachOfOne: (one: T) => "all" | "own" | "none",
  name: Name,
) {
  return all.flatMap((one) => {
    const far = reachOfOne(one);
    return far === "none" ? [] : [{ [name]: one, reach: far } as Record<Name, T> & { reach: "all" | "own" }];
  });
}

import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { createUser } from "#knowledge/identity/create-user.ts";
import { listUsers, readUser } from "#knowledge/identity/list-users.ts";
import { updateUser } from "#knowledge/identity/update-user.ts";
import { preferences } from "#knowledge/identity/user.ts";
import { defineTool } from "./define-tool.ts";
import { parseTextCursor, toTextCursor } from "./text-cursor.ts";
import { role, toUserShape, userShape } from "./user-shape.ts";

const id = z.string().trim().min(1, "is blank").max(200).describe("The user's id.");
const email = z.email("is no email address").trim().max(254).nullable().optional();
const name = z.string().trim().min(1, "is blank").max(200).nullable().optional();
const toText = (user: z.infer<typeof userShape>) => `${user.id}: ${user.role}`;

const { shape } = preferences;
const changedPreferences = z.strictObject({
  auto_response_enabled: shape.auto_response_enabled.nullable(),
  response_delay_hours: shape.response_delay_hours.nullable(),
  max_response_length: shape.max_response_length.nullable(),
});

/** Makes the verbs over a workspace's users. */
export const userTools = (db: Database) => ({
  listUsers: defineTool({
    name: "list_users",
    title: "List users",
    description:
      "Lists the workspace's users by id: those who are let in, unless includeDeactivated is true.",
    input: z.object({
      includeDeactivated: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(50),
      cursor: z.string().max(400).optional().describe("nextCursor of the page before."),
    }),
    output: z.object({ users: z.array(userShape), nextCursor: z.string().nullable() }),
    effect: "read",
    permission: "users:read",
    run: async ({ principal }, { cursor, limit, includeDeactivated }) => {
      const query = { after: cursor && parseTextCursor(cursor), includeDeactivated, limit: limit + 1 };
      const found = await db.readTenant(principal.tenant.id, (tx) => listUsers(tx, principal, query));
      const last = found.length > limit ? found[limit - 1] : undefined;
      return {
        users: found.slice(0, limit).map(toUserShape),
        nextCursor: last ? toTextCursor(last.id) : null,
      };
    },
    toText: ({ users }) => users.map(toText).join("\n"),
  }),
  getUser: defineTool({
    name: "get_user",
    title: "Get a user",
    description: "Reads one user, deactivated or not.",
    input: z.object({ id }),
    output: userShape,
    effect: "read",
    permission: "users:read",
    run: async ({ principal }, { id: user }) =>
      toUserShape(await db.readTenant(principal.tenant.id, (tx) => readUser(tx, principal, user))),
    toText,
  }),
  createUser: defineTool({
    name: "create_user",
    title: "Create a user",
    description:
      "Stores a user with their role. The id is the one that stands in their access tokens and in contacts' assignedTo; by default the email.",
    input: z
      .object({ id: id.optional(), email, name, role, preferences: preferences.optional() })
      .refine((given) => given.id ?? given.email, { path: ["id"], error: "give an id or an email" }),
    output: userShape,
    effect: "write",
    permission: "users:write",
    run: async ({ principal }, given) => {
      const user = { ...given, id: given.id ?? given.email ?? "" };
      return toUserShape(await db.withTenant(principal.tenant.id, (tx) => createUser(tx, principal, user)));
    },
    toText,
  }),
  updateUser: defineTool({
    name: "update_user",
    title: "Update a user",
    description:
      "Changes what is given of a user. Preferences are merged; null takes one away. active: true lets somebody in again who was deactivated.",
    input: z.object({
      id,
      role: role.optional(),
      email,
      name,
      preferences: changedPreferences.optional(),
      active: z.boolean().optional(),
    }),
    output: userShape,
    effect: "write",
    permission: "users:write",
    run: async ({ principal }, { id: user, ...change }) =>
      toUserShape(
        await db.withTenant(principal.tenant.id, (tx) => updateUser(tx, principal, { id: user, change })),
      ),
    toText,
  }),
  deactivateUser: defineTool({
    name: "deactivate_user",
    title: "Deactivate a user",
    description:
      "Lets a user in no more, with tokens or with keys that act for them, within 30 seconds. What they did stays.",
    input: z.object({ id }),
    output: userShape,
    effect: "write",
    permission: "users:write",
    run: async ({ principal }, { id: user }) => {
      const work = { id: user, change: { active: false } };
      return toUserShape(await db.withTenant(principal.tenant.id, (tx) => updateUser(tx, principal, work)));
    },
    toText,
  }),
});

import { z } from "zod";
import { permissions } from "#core/permission.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { ApiKey } from "#knowledge/identity/api-key.ts";
import { createKey } from "#knowledge/identity/create-key.ts";
import { listKeys } from "#knowledge/identity/list-keys.ts";
import { revokeKey } from "#knowledge/identity/revoke-key.ts";
import { defineTool } from "./define-tool.ts";
import { moment } from "./moment-input.ts";
import { role } from "./user-shape.ts";

const permission = z.enum(permissions);

const keyShape = z.object({
  id: z.string(),
  name: z.string(),
  user: z.string().describe("On whose behalf it acts: whose records are its own."),
  roles: z.array(role),
  scopes: z.array(permission).nullable().describe("What it is confined to; null: all that its roles grant."),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable().describe("To the minute."),
  revokedAt: z.string().nullable(),
});

const newKey = z.object({
  name: z.string().trim().min(1, "is blank").max(60).describe("Unique among the keys that are not revoked."),
  roles: z.array(role).min(1, "give one at least").max(4),
  scopes: z.array(permission).min(1, "give one at least, or leave it out").max(permissions.length).optional(),
  user: z.string().trim().min(1).max(200).optional().describe("On whose behalf. Default: key:<name>."),
  expiresAt: moment.optional(),
});

/** Makes the verbs over API keys. */
export const keyTools = (db: Database) => ({
  listApiKeys: defineTool({
    name: "list_api_keys",
    title: "List API keys",
    description:
      "Lists the workspace's keys, newest first, those too that were revoked; never the keys themselves.",
    input: z.object({}),
    output: z.object({ keys: z.array(keyShape) }),
    effect: "read",
    permission: "keys:read",
    run: async ({ principal }) => ({ keys: (await listKeys(db, principal)).map(toKeyShape) }),
    toText: ({ keys }) => keys.map(({ name }) => name).join("\n"),
  }),
  createApiKey: defineTool({
    name: "create_api_key",
    title: "Create an API key",
    description: "Makes a key for a program. It is shown in this answer only: Rapport stores its hash.",
    input: newKey,
    output: z.object({
      key: z
        .string()
        .nullable()
        .describe(
          "null where this answer repeats an earlier one for its Idempotency-Key: revoke the key and make another.",
        ),
      ...keyShape.shape,
    }),
    effect: "write",
    permission: "keys:write",
    run: async ({ principal }, { expiresAt, ...given }) => {
      const until = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) };
      const { key, stored } = await createKey(db, principal, { ...given, ...until });
      return { key, ...toKeyShape(stored) };
    },
    toText: ({ name }) => `Made the key ${name}.`,
  }),
  revokeApiKey: defineTool({
    name: "revoke_api_key",
    title: "Revoke an API key",
    description: "Refuses a key from now on; within 30 seconds everywhere. Again is no error.",
    input: z.object({ id: z.uuid("give the id of a key") }),
    output: keyShape,
    effect: "write",
    permission: "keys:write",
    run: async ({ principal }, { id }) => toKeyShape(await revokeKey(db, principal, id)),
    toText: ({ name }) => `Revoked the key ${name}.`,
  }),
});

function toKeyShape(key: ApiKey): z.infer<typeof keyShape> {
  return {
    ...key,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

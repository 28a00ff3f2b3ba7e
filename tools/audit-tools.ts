import { z } from "zod";
import { readAudit } from "#knowledge/audit/read-audit.ts";
import type { Database } from "#knowledge/db/database.ts";
import { defineTool } from "./define-tool.ts";
import { moment } from "./moment-input.ts";
import { parseTextCursor, toTextCursor } from "./text-cursor.ts";

const dayMs = 86_400_000;

const entry = z.object({
  at: z.string(),
  actor: z.string().describe("The user, or on whose behalf the key acted."),
  actorKind: z.string().describe("user, key or local."),
  action: z.string().describe("The operation or tool."),
  target: z.string().nullable().describe("Id of what it was done to."),
  outcome: z.string().describe("ok, or the error's code."),
  fromAddress: z.string().nullable(),
  requestId: z.string().nullable(),
});

/** Makes the verb that reads who wrote, sent or was refused what. */
export const auditTools = (db: Database) => ({
  listAudit: defineTool({
    name: "list_audit",
    title: "Read the audit log",
    description: "Lists who wrote, sent or was refused what, when and from where, newest first.",
    input: z.object({
      since: moment.optional().describe("Default: 30 days ago."),
      actor: z.string().min(1).max(200).optional().describe("Of this user or key only."),
      limit: z.int().min(1).max(500).default(100),
      cursor: z.string().max(40).optional().describe("nextCursor of the page before."),
    }),
    output: z.object({ entries: z.array(entry), nextCursor: z.string().nullable() }),
    effect: "read",
    permission: "audit:read",
    run: async ({ principal }, { since, actor, limit, cursor }) => {
      const query = {
        since: since === undefined ? new Date(Date.now() - 30 * dayMs) : new Date(since),
        actor,
        limit: limit + 1,
        before: cursor === undefined ? undefined : Number(parseTextCursor(cursor, /^[1-9]\d{0,14}$/)),
      };
      const found = await db.readTenant(principal.tenant.id, (tx) => readAudit(tx, principal, query));
      const last = found.length > limit ? found[limit - 1] : undefined;
      return {
        entries: found.slice(0, limit).map(({ seq: _, at, ...rest }) => ({ at: at.toISOString(), ...rest })),
        nextCursor: last ? toTextCursor(String(last.seq)) : null,
      };
    },
    toText: ({ entries }) =>
      entries.map(({ actor, action, outcome }) => `${actor} ${action}: ${outcome}`).join("\n"),
  }),
});

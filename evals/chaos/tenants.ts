import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import type { Database } from "#knowledge/db/database.ts";
import { createKey } from "#knowledge/identity/create-key.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { textSource } from "#knowledge/import/source.ts";
import { changeLimits } from "#knowledge/limits/limit-settings.ts";

/** A workspace under chaos. */
export interface ChaosTenant {
  principal: Principal;
  key: string;
  /** A word that stands in every text of this workspace and in none of another. */
  mark: string;
  /** Conversations whose last message waits for an answer. */
  conversationIds: string[];
}

const manyRequests = 1_000_000;
const conversations = 12;

/** Makes a workspace for each mark: an administrator's key, no limits on requests, and a few conversations that wait. */
export async function prepareTenants(db: Database, marks: readonly string[]): Promise<ChaosTenant[]> {
  const tenants: ChaosTenant[] = [];
  for (const mark of marks) {
    const { id, name } = await ensureWorkspace(db, `chaos-${mark}`);
    const principal: Principal = { tenant: { id, name }, user: "chaos", roles: ["ADMIN"] };
    const { key } = await createKey(db, principal, { name: "chaos", roles: ["ADMIN"] });
    const limits = ["requests_per_minute", "requests_per_minute_key", "requests_per_minute_user"];
    const change = Object.fromEntries(limits.map((limit) => [limit, manyRequests]));
    await db.withTenant(id, (tx) => changeLimits(tx, principal, change));
    await importConversations(db, principal, textSource("chaos.jsonl", waiting(mark)));
    const { rows } = await db.readTenant(id, (tx) =>
      tx.query<{ id: string }>("select id from conversations where tenant_id = $1 order by id", [id]),
    );
    tenants.push({ principal, key, mark, conversationIds: rows.map((row) => row.id) });
  }
  return tenants;
}

function waiting(mark: string): string {
  const lines = Array.from({ length: conversations }, (_, n) => ({
    id: `thread-${n}`,
    channel: "EMAIL",
    subject: `The ${mark} loom`,
    contact: `asks-${n}@${mark}.example`,
    messages: [
      {
        id: `asks-${n}-1`,
        at: "2026-09-01T09:00:00Z",
        direction: "INBOUND",
        text: `How long is the warranty of the ${mark} loom, and when could it be delivered?`,
      },
    ],
  }));
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
}

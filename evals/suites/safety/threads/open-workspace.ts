import { loadConfig } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import type { Database } from "#knowledge/db/database.ts";
import { changeSettings } from "#knowledge/drafting/settings/stored-settings.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { textSource } from "#knowledge/import/source.ts";
import { intentDefinitions } from "#knowledge/intents/intent.ts";
import { draftingTools } from "#servers/compose/drafting.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import type { WorkspaceRows } from "./workspace-rows.ts";

/** The domain that links may lead to. */
export const allowedDomain = "help.loomworks.example";

/** A workspace with everything imported and searchable, and the verbs that drafts are made with. */
export interface OpenWorkspace {
  db: Database;
  principal: Principal;
  tools: Awaited<ReturnType<typeof draftingTools>>;
}

/** Imports rows into a workspace of that name, and makes them searchable, as the product is configured by default. */
export async function openWorkspace(
  db: Database,
  { name, rows, automatic }: { name: string; rows: WorkspaceRows; automatic: boolean },
): Promise<OpenWorkspace> {
  const workspace = await ensureWorkspace(db, name);
  const principal: Principal = { tenant: { id: workspace.id, name }, user: "evals", roles: ["ADMIN"] };
  await importContacts(db, principal, textSource("contacts.csv", rows.contacts), {
    id: "id",
    outcome: "outcome",
  });
  await importConversations(db, principal, textSource("threads.jsonl", rows.conversations));
  await importArticles(db, principal, textSource("articles.jsonl", rows.articles));
  await db.withTenant(principal.tenant.id, (tx) =>
    changeSettings(tx, principal, {
      workspace: {
        allowed_link_domains: [allowedDomain],
        ...(automatic ? { automatic_sending: policy } : {}),
      },
      user: { auto_response_enabled: automatic },
    }),
  );
  const { search, index } = openRetrieval({ config: loadConfig({}), db });
  await index(principal);
  return { db, principal, tools: await draftingTools(db, search) };
}

/** As bold as a policy can be, but for the confidence. */
const policy = {
  enabled: true,
  intents: Object.keys(intentDefinitions),
  min_confidence: 0.5,
  working_hours: { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00", time_zone: "UTC" },
  max_per_thread: 1,
};

import { randomUUID } from "node:crypto";
import { conversationsAgent } from "#agents/conversations/agent.ts";
import { loadConfig } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import type { Database } from "#knowledge/db/database.ts";
import { openDrafting } from "#servers/compose/drafting.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import { openRetrieve } from "#servers/compose/retrieve.ts";
import { findScope } from "#tools/find-scope.ts";
import { searchConversations } from "#tools/search-conversations.ts";
import type { Attempt } from "./made-attempts.ts";
import { askerRecords, colleague, targetId, targetRecords } from "./made-records.ts";
import type { Request } from "./made-requests.ts";
import { storeRecords } from "./store-records.ts";

/** The product over two workspaces: in one people ask, and the other is somebody else's. */
export interface Workspaces {
  administrator: Principal;
  /** A representative who may see the askers alone. */
  representative: Principal;
  /** The attempts, with what was sent. */
  attempts: readonly (Attempt & { sent: string })[];
  drafting(writer?: LanguageModel): ReturnType<typeof openDrafting>;
  search: ReturnType<typeof searchConversations>;
  ask: ReturnType<typeof conversationsAgent>["askConversations"];
}

interface Made {
  attempts: readonly Attempt[];
  requests: readonly Request[];
  fresh: string | undefined;
  /** Null: words only. Absent: as the product comes. */
  embedder?: Embedder | null;
}

/** Makes both workspaces over a database and fills them. */
export async function openWorkspaces(
  db: Database,
  { attempts, requests, fresh, ...parts }: Made,
): Promise<Workspaces> {
  const [administrator, stranger] = [await newWorkspace(db), await newWorkspace(db)];
  const isElsewhere = ({ shape }: Attempt) => shape.relation === "other workspace";
  const here = attempts.filter((attempt) => !isElsewhere(attempt));
  await storeRecords(db, administrator, targetRecords(here));
  await storeRecords(db, stranger, targetRecords(attempts.filter(isElsewhere)));
  const ids = await idsOf(db, administrator);
  const sent = attempts.map((attempt) => ({
    ...attempt,
    sent: attempt.text
      .replaceAll("{contact}", ids.get(targetId(attempt)) ?? targetId(attempt))
      .replaceAll("{conversation}", ids.get(`talk-${attempt.at}`) ?? `talk-${attempt.at}`),
  }));
  await storeRecords(db, administrator, askerRecords(sent, { requests, fresh }));
  const retrieval = openRetrieval({ config: loadConfig({}), db, ...parts });
  await retrieval.index(administrator);
  await retrieval.index(stranger);
  const { search } = retrieval;
  const scope = findScope(db);
  return {
    administrator,
    representative: { ...administrator, user: colleague, roles: ["SALES_REP"] },
    attempts: sent,
    drafting: (writer) => openDrafting({ db, search, writer, modelTimeoutMs: 10_000 }),
    search: searchConversations({ findScope: scope, search }),
    ask: conversationsAgent(openRetrieve(search, undefined).build, scope).askConversations,
  };
}

async function newWorkspace(db: Database): Promise<Principal> {
  const { id, name } = await ensureWorkspace(db, `confidentiality-${randomUUID()}`);
  return { tenant: { id, name }, user: "evals", roles: ["ADMIN"] };
}

/** Rapport's ids of contacts and conversations by those that they were imported with. */
async function idsOf(db: Database, { tenant }: Principal): Promise<Map<string, string>> {
  return db.readTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ external: string; id: string }>(
      `select external_id as external, id from contacts where tenant_id = $1
        union all select external_id, id from conversations where tenant_id = $1`,
      [tenant.id],
    );
    return new Map(rows.map(({ external, id }) => [external, id]));
  });
}

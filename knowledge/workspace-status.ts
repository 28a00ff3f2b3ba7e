import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "./db/database.ts";
import { getModel, type StoredModel, servingModelId } from "./scoring/lifecycle/model-store.ts";
import { type Retraining, retrainingDue } from "./scoring/lifecycle/retraining-due.ts";

/** What is in a workspace, which model serves and since when. */
export interface WorkspaceStatus {
  workspace: string;
  database: "embedded" | "postgres";
  contacts: number;
  won: number;
  lost: number;
  open: number;
  companies: number;
  interactions: number;
  conversations: number;
  messages: number;
  articles: number;
  firstInteraction: Date | null;
  lastInteraction: Date | null;
  /** The fields of contacts. */
  fields: { name: string; type: string }[];
  scored: number;
  bands: Record<string, number>;
  lastImport: { kind: string; file: string; at: Date; finished: boolean } | null;
  model: StoredModel | null;
  retraining: Retraining;
}

/** Counts a workspace, describes its model and says whether it is time to train again. */
export async function workspaceStatus(db: Database, principal: Principal): Promise<WorkspaceStatus> {
  const status = await readStatus(db, principal);
  return { ...status, retraining: await retrainingDue(db, principal) };
}

function readStatus(db: Database, principal: Principal): Promise<Omit<WorkspaceStatus, "retraining">> {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const id = await servingModelId(tx, principal);
    const model = id ? await getModel(tx, principal, id) : undefined;
    return {
      workspace: principal.tenant.name,
      database: db.kind,
      ...(await counts(tx, principal)),
      fields: await fields(tx, principal),
      ...(await scores(tx, principal)),
      lastImport: await lastImport(tx, principal),
      model: model ?? null,
    };
  });
}

async function counts(tx: Transaction, principal: Principal) {
  const { rows } = await tx.query<Record<string, number> & { first: Date | null; last: Date | null }>(
    `with latest as (select distinct on (contact_id) contact_id, result from outcomes where tenant_id = $1 order by contact_id, seq desc)
     select (select count(*)::int from contacts where tenant_id = $1) as contacts,
       (select count(*)::int from latest where result = 'won') as won,
       (select count(*)::int from latest where result = 'lost') as lost,
       (select count(*)::int from companies where tenant_id = $1) as companies,
       (select count(*)::int from conversations where tenant_id = $1) as conversations,
       (select count(*)::int from articles where tenant_id = $1) as articles,
       i.* from (select count(*)::int as interactions, count(conversation_id)::int as messages,
         min(occurred_at) as first, max(occurred_at) as last from interactions where tenant_id = $1) i`,
    [principal.tenant.id],
  );
  const row = rows[0];
  const n = (name: string) => Number(row?.[name] ?? 0);
  return {
    contacts: n("contacts"),
    won: n("won"),
    lost: n("lost"),
    open: n("contacts") - n("won") - n("lost"),
    companies: n("companies"),
    interactions: n("interactions"),
    conversations: n("conversations"),
    messages: n("messages"),
    articles: n("articles"),
    firstInteraction: row?.first ?? null,
    lastInteraction: row?.last ?? null,
  };
}

async function fields(tx: Transaction, principal: Principal) {
  const { rows } = await tx.query<{ name: string; type: string }>(
    `select name, type from field_definitions where tenant_id = $1 and entity = 'contact' order by name`,
    [principal.tenant.id],
  );
  return rows;
}

async function scores(tx: Transaction, principal: Principal) {
  const { rows } = await tx.query<{ band: string; n: number }>(
    `select band, count(*)::int as n from lead_scores where tenant_id = $1 group by band order by band`,
    [principal.tenant.id],
  );
  const bands = Object.fromEntries(rows.map(({ band, n }) => [band, n]));
  return { bands, scored: rows.reduce((sum, { n }) => sum + n, 0) };
}

async function lastImport(tx: Transaction, principal: Principal) {
  const { rows } = await tx.query<{
    kind: string;
    file_name: string;
    started_at: Date;
    finished_at: Date | null;
  }>(
    `select kind, file_name, started_at, finished_at from imports where tenant_id = $1 order by started_at desc limit 1`,
    [principal.tenant.id],
  );
  const row = rows[0];
  return row
    ? { kind: row.kind, file: row.file_name, at: row.started_at, finished: row.finished_at !== null }
    : null;
}

import type { FieldValue } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { foldCase } from "./fold-case.ts";
import { lockImports } from "./lock-imports.ts";
import { newIds } from "./new-ids.ts";

/** A company as a source tells it; what the source does not speak of is left as it is. */
export interface CompanyDraft {
  line: number;
  /** Without one, the name tells companies apart, in any case. */
  externalId: string | null;
  name: string;
  hash: string;
  fields: { domain?: string | null; industry?: string | null; employees?: number | null };
  customFields: Record<string, FieldValue>;
}

export interface SavedCompanies {
  imported: number;
  updated: number;
  unchanged: number;
}

/** Stores a batch of companies that differ in identity, and links contacts that name them. Doing it twice changes nothing. */
export async function saveCompanies(
  tx: Transaction,
  principal: Principal,
  { drafts, dryRun = false }: { drafts: readonly CompanyDraft[]; dryRun?: boolean },
): Promise<SavedCompanies> {
  await lockImports(tx, principal);
  const stored = await findCompanies(tx, principal, drafts);
  const changed = drafts.filter((draft) => stored.get(draft)?.content_hash !== draft.hash);
  const imported = changed.filter((draft) => !stored.has(draft)).length;
  const saved = { imported, updated: changed.length - imported, unchanged: drafts.length - changed.length };
  if (dryRun || changed.length === 0) return saved;
  const ids = newIds(changed.length);
  const rows = changed.map((draft, index) => ({
    id: stored.get(draft)?.id ?? ids[index],
    external_id: draft.externalId,
    name: draft.name,
    hash: draft.hash,
    fields: draft.fields,
    custom: draft.customFields,
  }));
  await tx.query(upsertSql, [principal.tenant.id, JSON.stringify(rows)]);
  await linkContacts(
    tx,
    principal,
    changed.map(({ name }) => name),
  );
  return saved;
}

interface Stored {
  id: string;
  external_id: string | null;
  name: string;
  content_hash: string | null;
}

/** A draft with an id takes over a company of its name that has none yet; one without an id takes any of its name. */
async function findCompanies(
  tx: Transaction,
  principal: Principal,
  drafts: readonly CompanyDraft[],
): Promise<Map<CompanyDraft, Stored>> {
  const keys = await foldCase(
    tx,
    drafts.map(({ name }) => name),
  );
  const { rows } = await tx.query<Stored>(
    `select id, external_id, lower(name) as name, content_hash from companies
      where tenant_id = $1 and (external_id = any($2::text[]) or lower(name) = any($3::text[])) order by created_at, id`,
    [principal.tenant.id, drafts.flatMap(({ externalId }) => externalId ?? []), [...keys.values()]],
  );
  const byId = new Map(rows.map((row) => [row.external_id, row]));
  const found = new Map<CompanyDraft, Stored>();
  for (const draft of drafts) {
    const named = rows.filter(({ name }) => name === keys.get(draft.name));
    const free = named.find(({ external_id }) => external_id === null);
    const match = draft.externalId === null ? (free ?? named[0]) : (byId.get(draft.externalId) ?? free);
    if (match) found.set(draft, match);
  }
  return found;
}

const upsertSql = `
  insert into companies as c (tenant_id, id, external_id, name, domain, industry, employees, custom_fields, content_hash)
    select $1, id, external_id, name, fields ->> 'domain', fields ->> 'industry', (fields ->> 'employees')::int, custom, hash
      from json_to_recordset($2::json) as r(id uuid, external_id text, name text, hash text, fields jsonb, custom jsonb)
    on conflict (tenant_id, id) do update set external_id = coalesce(excluded.external_id, c.external_id),
      name = excluded.name, domain = coalesce(excluded.domain, c.domain), industry = coalesce(excluded.industry, c.industry),
      employees = coalesce(excluded.employees, c.employees), custom_fields = c.custom_fields || excluded.custom_fields,
      content_hash = excluded.content_hash, updated_at = now()`;

/** What is known of a company is part of what is known of its contacts: their scores are made again. */
async function linkContacts(tx: Transaction, principal: Principal, names: string[]): Promise<void> {
  await tx.query(
    `update contacts c set updated_at = now(), company_id = (select k.id from companies k
        where k.tenant_id = $1 and lower(k.name) = lower(c.company) order by k.created_at, k.id limit 1)
      where c.tenant_id = $1 and lower(c.company) in (select lower(name) from unnest($2::text[]) as t(name))`,
    [principal.tenant.id, names],
  );
}

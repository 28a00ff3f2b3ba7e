import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { foldCase } from "./fold-case.ts";

interface Identity {
  externalId: string | null;
  email: string | null;
}

export interface Match {
  id: string;
  hash: string | null;
}

export interface Matches<Draft> {
  known: Map<Draft, Match>;
  /** Drafts without an id whose email several contacts share. */
  ambiguous: Set<Draft>;
}

/**
 * Finds the stored contacts of drafts: by external id; else by email, where a draft with an id only takes over a
 * contact that has none yet (several leads of one person stay apart), and a draft without an id prefers such a one.
 */
export async function matchContacts<Draft extends Identity>(
  tx: Transaction,
  principal: Principal,
  drafts: readonly Draft[],
): Promise<Matches<Draft>> {
  const byId = await findByExternalId(
    tx,
    principal,
    drafts.flatMap(({ externalId }) => externalId ?? []),
  );
  const known = new Map<Draft, Match>();
  const ambiguous = new Set<Draft>();
  const byEmailOnly: Draft[] = [];
  for (const draft of drafts) {
    const match = draft.externalId === null ? undefined : byId.get(draft.externalId);
    if (match) known.set(draft, match);
    else if (draft.email !== null) byEmailOnly.push(draft);
  }
  const keys = await foldCase(
    tx,
    byEmailOnly.map(({ email }) => email),
  );
  const byEmail = await findByEmail(tx, principal, [...new Set(keys.values())]);
  for (const draft of byEmailOnly) {
    const key = keys.get(draft.email ?? "") ?? "";
    const candidates = byEmail.get(key) ?? [];
    const free = candidates.find((candidate) => candidate.externalId === null);
    if (free) {
      known.set(draft, free);
      // The next lead of the same person is another one.
      if (draft.externalId !== null)
        byEmail.set(
          key,
          candidates.filter((candidate) => candidate !== free),
        );
    } else if (draft.externalId === null && candidates.length > 1) ambiguous.add(draft);
    else if (draft.externalId === null && candidates[0]) known.set(draft, candidates[0]);
  }
  return { known, ambiguous };
}

async function findByExternalId(
  tx: Transaction,
  principal: Principal,
  ids: string[],
): Promise<Map<string, Match>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; external_id: string; content_hash: string | null }>(
    `select id, external_id, content_hash from contacts where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map((row) => [row.external_id, { id: row.id, hash: row.content_hash }]));
}

type Candidate = Match & { externalId: string | null };

async function findByEmail(
  tx: Transaction,
  principal: Principal,
  keys: string[],
): Promise<Map<string, Candidate[]>> {
  const found = new Map<string, Candidate[]>();
  if (keys.length === 0) return found;
  const { rows } = await tx.query<{
    id: string;
    external_id: string | null;
    email: string;
    content_hash: string | null;
  }>(
    `select id, external_id, lower(email) as email, content_hash from contacts
      where tenant_id = $1 and lower(email) = any($2::text[]) order by id`,
    [principal.tenant.id, keys],
  );
  for (const row of rows) {
    const candidate = { id: row.id, externalId: row.external_id, hash: row.content_hash };
    found.set(row.email, [...(found.get(row.email) ?? []), candidate]);
  }
  return found;
}

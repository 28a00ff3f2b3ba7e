import type { Principal } from "#core/principal.ts";
import { newIds } from "../../crm/new-ids.ts";
import type { Transaction } from "../../db/database.ts";
import type { LearnedRule } from "./learn-from-edit.ts";

/** Of these a user has one for a topic: what is learned later takes the place of what was. */
export const exclusiveKinds: readonly string[] = ["greeting", "closing", "tone", "length"];

/** Changes that must say the same before a rule holds. */
export const enoughSupport = 2;

/**
 * Notes what an edit taught, for the user who made it. A rule is suggested at first and holds when a second edit says the same; a fact
 * holds only when somebody confirms it, and what was forgotten stays forgotten.
 */
export async function rememberRules(
  tx: Transaction,
  principal: Principal,
  { learned, draftId }: { learned: readonly LearnedRule[]; draftId: string },
): Promise<void> {
  if (learned.length === 0) return;
  const ids = newIds(learned.length);
  const rows = learned.map((rule, index) => ({ ...rule, topic: rule.topic ?? "", id: ids[index] }));
  const { rows: stored } = await tx.query<{ id: string; kind: string; status: string }>(
    `insert into drafting_rules as r (tenant_id, id, user_id, topic, kind, value, draft_id, updated_by)
      select $1, id, $2, topic, kind, value, $3, $2 from json_to_recordset($4::json) as n(id uuid, topic text, kind text, value text)
      on conflict (tenant_id, user_id, topic, kind, md5(value)) do update set support = r.support + 1, draft_id = excluded.draft_id,
        updated_at = now(), updated_by = excluded.updated_by,
        status = case when r.status = 'suggested' and r.kind <> 'fact' and r.support + 1 >= ${enoughSupport} then 'active' else r.status end
      returning id, kind, status`,
    [principal.tenant.id, principal.user, draftId, JSON.stringify(rows)],
  );
  const active = stored.filter(({ kind, status }) => status === "active" && exclusiveKinds.includes(kind));
  await replaceOthers(
    tx,
    principal,
    active.map(({ id }) => id),
  );
}

/** Takes back those rules of which a user can have one only, where another has come into force. */
export async function replaceOthers(
  tx: Transaction,
  principal: Principal,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update drafting_rules o set status = 'suggested', support = 0, updated_at = now() from drafting_rules n
      where o.tenant_id = $1 and n.tenant_id = $1 and n.id = any($2::uuid[]) and o.id <> n.id and o.status = 'active'
        and o.user_id = n.user_id and o.topic = n.topic and o.kind = n.kind`,
    [principal.tenant.id, ids],
  );
}

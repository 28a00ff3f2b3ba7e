import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { newIds } from "../crm/new-ids.ts";
import type { Transaction } from "../db/database.ts";
import { sourcePurpose } from "../secrets/secret-columns.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { sourceColumns, type WebhookSource } from "./source.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

/** A source, and the secret that its messages are signed with, which is told here and nowhere else. */
export type SourceWithSecret = WebhookSource & { secret: string };

const mostSources = 50;

/** Stores a source with a new secret. @throws AppError FORBIDDEN, CONFLICT for a name in use */
export async function createSource(
  tx: Transaction,
  principal: Principal,
  { name, secrets }: { name: string; secrets: Secrets },
): Promise<SourceWithSecret> {
  authorize(principal, "webhooks:write");
  const tenantId = principal.tenant.id;
  const [id = ""] = newIds(1);
  const secret = makeWebhookSecret();
  const stored = await secrets.encrypt({ tenantId, purpose: sourcePurpose(id) }, secret);
  const { rows } = await tx.query<WebhookSource>(
    `INSERT INTO webhook_sources (tenant_id, id, name, secret, created_by)
      SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM webhook_sources WHERE tenant_id = $1) < ${mostSources}
      ON CONFLICT (tenant_id, name) DO NOTHING RETURNING ${sourceColumns}`,
    [tenantId, id, name, stored, principal.user],
  );
  if (rows[0]) return { ...rows[0], secret };
  throw new AppError(
    "CONFLICT",
    `There is a source ${JSON.stringify(name)} already, or ${mostSources} sources, which is the most. Choose another name, or delete one.`,
  );
}

/** The sources, by name. @throws AppError FORBIDDEN */
export async function listSources(tx: Transaction, principal: Principal): Promise<WebhookSource[]> {
  authorize(principal, "webhooks:read");
  const { rows } = await tx.query<WebhookSource>(
    `SELECT ${sourceColumns} FROM webhook_sources WHERE tenant_id = $1 ORDER BY name`,
    [principal.tenant.id],
  );
  return rows;
}

/** @throws AppError FORBIDDEN, NOT_FOUND */
export async function readSource(tx: Transaction, principal: Principal, id: string): Promise<WebhookSource> {
  authorize(principal, "webhooks:read");
  const { rows } = await tx.query<WebhookSource>(
    `SELECT ${sourceColumns} FROM webhook_sources WHERE tenant_id = $1 AND id = $2`,
    [principal.tenant.id, id],
  );
  return rows[0] ?? noSource(principal, id);
}

/** Lets messages of a source be taken or refused from now on. @throws AppError FORBIDDEN, NOT_FOUND */
export async function updateSource(
  tx: Transaction,
  principal: Principal,
  { id, disabled }: { id: string; disabled: boolean },
): Promise<WebhookSource> {
  authorize(principal, "webhooks:write");
  const { rows } = await tx.query<WebhookSource>(
    `UPDATE webhook_sources SET disabled_at = CASE WHEN $3::boolean THEN coalesce(disabled_at, now()) END
      WHERE tenant_id = $1 AND id = $2 RETURNING ${sourceColumns}`,
    [principal.tenant.id, id, disabled],
  );
  return rows[0] ?? noSource(principal, id);
}

/** Gives a source a new secret; what is signed with the one before is refused from now on. @throws AppError FORBIDDEN, NOT_FOUND */
export async function renewSourceSecret(
  tx: Transaction,
  principal: Principal,
  { id, secrets }: { id: string; secrets: Secrets },
): Promise<SourceWithSecret> {
  authorize(principal, "webhooks:write");
  const tenantId = principal.tenant.id;
  const secret = makeWebhookSecret();
  const stored = await secrets.encrypt({ tenantId, purpose: sourcePurpose(id) }, secret);
  const { rows } = await tx.query<WebhookSource>(
    `UPDATE webhook_sources SET secret = $3 WHERE tenant_id = $1 AND id = $2 RETURNING ${sourceColumns}`,
    [tenantId, id, stored],
  );
  return rows[0] ? { ...rows[0], secret } : noSource(principal, id);
}

/** Deletes a source with its messages; what they made stays. @throws AppError FORBIDDEN, NOT_FOUND */
export async function deleteSource(tx: Transaction, principal: Principal, id: string): Promise<void> {
  authorize(principal, "webhooks:write");
  const { rowCount } = await tx.query("DELETE FROM webhook_sources WHERE tenant_id = $1 AND id = $2", [
    principal.tenant.id,
    id,
  ]);
  if (rowCount === 0) noSource(principal, id);
}

function noSource(principal: Principal, id: string): never {
  throw new AppError(
    "NOT_FOUND",
    `No webhook source ${id} in workspace ${principal.tenant.name}. List the sources to find its id.`,
  );
}

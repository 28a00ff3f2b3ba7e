import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { newIds } from "../crm/new-ids.ts";
import type { Database } from "../db/database.ts";
import { sourcePurpose } from "../secrets/secret-columns.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { readSourceAddress, type SourceAddress } from "./source.ts";
import { sourcePrincipal } from "./source-principal.ts";
import { isSigned, type SignedHeaders } from "./verify-signature.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

/** A message that its source signed. */
export interface VerifiedMessage {
  principal: Principal;
  sourceId: string;
  /** The sender's webhook-id. */
  messageId: string;
  body: Buffer;
}

export interface IncomingMessage {
  /** The last part of the path. */
  address: string;
  headers: SignedHeaders;
  /** As it arrived. */
  body: Buffer;
}

const nobody: SourceAddress = {
  tenantId: "00000000-0000-0000-0000-000000000000",
  sourceId: "00000000-0000-0000-0000-000000000000",
};
const nobodysSecret = makeWebhookSecret();

/**
 * Verifies that a message is of the source that it was sent to. An unknown source costs the same look-up and the same computation as a
 * wrong signature, and is refused in the same words.
 * @throws AppError UNAUTHENTICATED
 */
export async function verifyMessage(
  db: Database,
  secrets: Secrets,
  { address, headers, body }: IncomingMessage,
): Promise<VerifiedMessage> {
  const { tenantId, sourceId } = readSourceAddress(address) ?? nobody;
  const { rows } = await db.readTenant(tenantId, (tx) =>
    tx.query<{ name: string; secret: string; tenant: string }>(
      `SELECT s.name, s.secret, t.name AS tenant FROM webhook_sources s JOIN tenants t ON t.id = s.tenant_id
        WHERE s.tenant_id = $1 AND s.id = $2 AND s.disabled_at IS NULL AND t.suspended_at IS NULL`,
      [tenantId, sourceId],
    ),
  );
  const [source] = rows;
  const secret = source
    ? await secrets.decrypt({ tenantId, purpose: sourcePurpose(sourceId) }, source.secret)
    : nobodysSecret;
  if (!isSigned(headers, { body, secret, now: Date.now() }) || !source) {
    throw new AppError(
      "UNAUTHENTICATED",
      "No source here has sent this: check the address, the secret and the clock (Standard Webhooks, signed within the last 5 minutes).",
    );
  }
  const principal = sourcePrincipal({ id: tenantId, name: source.tenant }, source.name);
  return { principal, sourceId, messageId: headers.id, body };
}

/**
 * Stores a verified message, once: saved when this returns. That it came is an event, on which it is worked on.
 * @throws AppError VALIDATION_FAILED for what is no JSON object, DATABASE_UNAVAILABLE
 */
export async function storeMessage(
  db: Database,
  { principal, sourceId, messageId, body }: VerifiedMessage,
): Promise<{ id: string; duplicate: boolean }> {
  const [id = ""] = newIds(1);
  const text = jsonObject(body);
  const tenant = principal.tenant.id;
  const { rows } = await db.withTenant(
    tenant,
    (tx) =>
      tx.query<{ id: string }>(
        `WITH stored AS (INSERT INTO webhook_messages (tenant_id, id, source_id, message_id, body) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (tenant_id, source_id, message_id) DO NOTHING RETURNING id)
          SELECT id FROM stored UNION ALL SELECT id FROM webhook_messages WHERE tenant_id = $1 AND source_id = $3 AND message_id = $4`,
        [tenant, id, sourceId, messageId, text],
      ),
    { idempotent: true },
  );
  const stored = rows[0]?.id ?? id;
  return { id: stored, duplicate: stored !== id };
}

/** Text that the database takes as JSON. */
function jsonObject(body: Buffer): string {
  const refused = (why: string, cause?: unknown) =>
    new AppError("VALIDATION_FAILED", `The body ${why}. Send a JSON object in UTF-8.`, { cause });
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    value = JSON.parse(text);
  } catch (error) {
    throw refused("is no JSON", error);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused("is no JSON object");
  // Written anew, so that escapes of characters that are none stand out in one form.
  const written = JSON.stringify(value);
  if (/\\u0000|\\ud[89a-f]/.test(written)) throw refused("holds characters that no text has");
  return written;
}

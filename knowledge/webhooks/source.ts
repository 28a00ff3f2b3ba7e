import { bytesToUuid, uuidToBytes } from "../identity/key-credential.ts";

/** A system that sends webhooks to a workspace; nothing of its secret. */
export interface WebhookSource {
  id: string;
  name: string;
  createdBy: string;
  createdAt: Date;
  /** Since when nothing is taken from it. */
  disabledAt: Date | null;
}

/** The columns of a WebhookSource in webhook_sources. */
export const sourceColumns = `id, name, created_by AS "createdBy", created_at AS "createdAt", disabled_at AS "disabledAt"`;

/** Where a source sends its messages. */
export interface SourceAddress {
  tenantId: string;
  sourceId: string;
}

const form = /^[A-Za-z0-9_-]{43}$/;
const uuidLength = 16;

/** The last part of a source's path, in base64url. The tenant stands in it, so that the source is looked up under that tenant's row-level security. */
export function toSourceAddress({ tenantId, sourceId }: SourceAddress): string {
  return Buffer.concat([uuidToBytes(tenantId), uuidToBytes(sourceId)]).toString("base64url");
}

/** Reads it; undefined for what is none. */
export function readSourceAddress(text: string): SourceAddress | undefined {
  if (!form.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64url");
  return { tenantId: bytesToUuid(bytes, 0), sourceId: bytesToUuid(bytes, uuidLength) };
}

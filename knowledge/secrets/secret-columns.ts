/** A column that holds encrypted secrets, of a table with the key (tenant_id, id). */
export interface SecretColumn {
  table: string;
  name: string;
  /** What the secret of a row is for, as it was encrypted. */
  purpose(id: string): string;
}

export const endpointPurpose = (id: string) => `webhook-endpoint:${id}`;
export const sourcePurpose = (id: string) => `webhook-source:${id}`;

/** Every place where secrets are stored: a table that keeps one is added here, so that keys can be rotated. */
export const secretColumns: readonly SecretColumn[] = [
  { table: "webhook_endpoints", name: "secret", purpose: endpointPurpose },
  { table: "webhook_endpoints", name: "previous_secret", purpose: endpointPurpose },
  { table: "webhook_sources", name: "secret", purpose: sourcePurpose },
];

import type { Principal } from "#core/principal.ts";
import { createContact } from "../crm/create-contact.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { makeEncryptionKey } from "../secrets/encryption-keys.ts";
import { openSecrets } from "../secrets/secrets.ts";
import { listDeliveries } from "./deliveries.ts";
import { createEndpoint, readEndpoint, type WebhookPorts } from "./endpoints.ts";
import { fanOut } from "./fan-out.ts";
import { openReceiver } from "./test-receiver.ts";

export const db = testDatabase();
export const [firstKey, secondKey] = [makeEncryptionKey(1), makeEncryptionKey(2)];
export const portsWith = (encryptionKeys: string): WebhookPorts => ({
  secrets: openSecrets({ databaseUrl: undefined, home: "/nowhere", encryptionKeys }),
  networks: ["127.0.0.0/8"],
});
export const ports = portsWith(firstKey);
export const receiver = await openReceiver();

export async function workspace() {
  const principal = await freshWorkspace();
  const tenant = principal.tenant.id;
  const add = (eventTypes: string[]) =>
    db.withTenant(tenant, (tx) => createEndpoint(tx, principal, { url: receiver.url, eventTypes, ports }));
  return { principal, tenant, add };
}

export async function oneMessage() {
  const { principal, add } = await workspace();
  const { id: endpoint, secret } = await add(["contact.created"]);
  return { principal, endpoint, secret, message: await nextMessage(principal) };
}

export async function nextMessage(principal: Principal) {
  const tenant = principal.tenant.id;
  await newContact(principal);
  const [id = ""] = await fanOut(db, { tenant, event: await latestEvent(tenant) });
  return { tenant, id };
}

export async function newContact(principal: Principal): Promise<string> {
  const email = `${crypto.randomUUID()}@mills.example`;
  return db.withTenant(principal.tenant.id, (tx) =>
    createContact(tx, principal, { email, lastName: "Quill" }),
  );
}

export async function eventsOf(tenant: string) {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<{ type: string; subjects: string[] }>(
      "SELECT type, subjects FROM events WHERE tenant_id = $1 ORDER BY seq",
      [tenant],
    ),
  );
  return rows;
}

export async function latestEvent(tenant: string): Promise<number> {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<{ seq: number }>("SELECT max(seq) AS seq FROM events WHERE tenant_id = $1", [tenant]),
  );
  return rows[0]?.seq ?? 0;
}

export async function emit(tenant: string, type: string, data: { id: string }[]): Promise<void> {
  await db.withTenant(tenant, (tx) =>
    tx.query("SELECT rapport_emit($1, $2, $3)", [type, data.map(({ id }) => id), JSON.stringify(data)]),
  );
}

export async function age({ tenant, id }: { tenant: string; id: string }, by: string): Promise<void> {
  await db.withTenant(tenant, (tx) =>
    tx.query(
      "UPDATE webhook_deliveries SET created_at = now() - $3::interval WHERE tenant_id = $1 AND id = $2",
      [tenant, id, by],
    ),
  );
}

export async function storedSecrets(tenant: string): Promise<string> {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<{ secret: string }>("SELECT secret FROM webhook_endpoints WHERE tenant_id = $1", [tenant]),
  );
  return rows.map(({ secret }) => secret).join();
}

/** The database as if it had this tenant only: other tests' secrets have other keys. */
export function only(tenant: string): typeof db {
  return { ...db, withSystem: async () => ({ rows: [{ id: tenant }], rowCount: 1 }) as never };
}

export const endpointOf = (principal: Principal, id: string) =>
  db.readTenant(principal.tenant.id, (tx) => readEndpoint(tx, principal, id));
export const deliveriesOf = (principal: Principal, endpointId: string) =>
  db.readTenant(principal.tenant.id, (tx) => listDeliveries(tx, principal, { endpointId, limit: 10 }));

export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("missing");
  return value;
}

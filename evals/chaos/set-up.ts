import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Database } from "#knowledge/db/database.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import type { Patient } from "./faults.ts";
import { type ModelProvider, startModelProvider } from "./model-provider.ts";
import { freePort, type Managed, managedProcess, untilReady } from "./processes.ts";
import { type ChaosTenant, prepareTenants } from "./tenants.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

/** A whole service with nothing in it but two workspaces, that may be broken. */
export interface Ward {
  patient: Patient;
  db: Database;
  tenants: ChaosTenant[];
  receiver: WebhookReceiver;
  urls: string[];
  /** Where each process writes its log. */
  folder: string;
  close(): Promise<void>;
}

export const marks = ["amaranth", "bergamot"] as const;

const preload = resolve(import.meta.dirname, "shifted-clock.ts");

/** Makes a database of its own on the server, fills two workspaces, and starts three servers and two workers. */
export async function setUp(serverUrl: string, restartDatabase: string | undefined): Promise<Ward> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-chaos-"));
  const name = `chaos_${randomUUID().slice(0, 8)}`;
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await asOwner(serverUrl, `create database ${name}`);
  const db = openDatabase({ databaseUrl, home: folder });
  const model = await startModelProvider();
  const receiver = await startWebhookReceiver();
  const clockFile = join(folder, "clock");
  writeFileSync(clockFile, "0");
  const environment = { ...environmentOf({ databaseUrl, folder, model }), CHAOS_CLOCK: clockFile };
  const tenants = await prepareTenants(db, marks);
  const servers = await Promise.all([1, 2, 3].map((n) => server(n, environment, folder)));
  const workers = [1, 2].map((n) => worker(n, environment, folder));
  const all = [...servers, ...workers];
  const close = async () => {
    for (const one of all) one.signal("SIGCONT");
    await Promise.all(all.map((one) => one.end("SIGKILL")));
    await Promise.all([model.close(), receiver.close(), db.close()]);
    await asOwner(serverUrl, `drop database ${name} with (force)`);
  };
  try {
    for (const one of all) one.start();
    const urls = servers.map(({ url }) => url);
    await Promise.all(urls.map((url) => untilReady(url)));
    await listenToEvents(urls[0] ?? "", tenants[0] as ChaosTenant, receiver);
    const cutConnections = () => cut(databaseUrl);
    const patient = { servers, workers, model, clockFile, cutConnections, restartDatabase };
    const remove = () => rmSync(folder, { recursive: true, force: true });
    return { patient, db, tenants, receiver, urls, folder, close: () => close().then(remove) };
  } catch (error) {
    await close();
    throw error;
  }
}

function environmentOf({
  databaseUrl,
  folder,
  model,
}: {
  databaseUrl: string;
  folder: string;
  model: ModelProvider;
}) {
  return {
    DATABASE_URL: databaseUrl,
    RAPPORT_HOME: folder,
    RAPPORT_ENCRYPTION_KEYS: `1:${randomBytes(32).toString("base64")}`,
    RAPPORT_WEBHOOK_NETWORKS: "127.0.0.0/8",
    RAPPORT_MODEL_TIMEOUT_MS: "2000",
    RAPPORT_LOG_LEVEL: "warn",
    ...model.env,
  };
}

/** The third server's clock may be shifted. */
async function server(n: number, env: Record<string, string>, folder: string): Promise<Managed> {
  const port = await freePort();
  return managedProcess({
    name: `server ${n}`,
    args: ["serve", "--require-key", "--port", String(port)],
    nodeArgs: n === 3 ? ["--import", preload] : [],
    env,
    log: join(folder, `server-${n}.log`),
    url: `http://127.0.0.1:${port}`,
  });
}

function worker(n: number, env: Record<string, string>, folder: string): Managed {
  return managedProcess({ name: `worker ${n}`, args: ["worker"], env, log: join(folder, `worker-${n}.log`) });
}

async function listenToEvents(url: string, { key }: ChaosTenant, receiver: WebhookReceiver): Promise<void> {
  const response = await fetch(`${url}/api/v1/webhook-endpoints`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ url: receiver.url, eventTypes: [] }),
  });
  const body = (await response.json()) as { secret: string };
  if (response.status !== 201) throw new Error(`no webhook endpoint: ${JSON.stringify(body)}`);
  receiver.trust(body.secret);
}

async function cut(databaseUrl: string): Promise<void> {
  await asOwner(
    databaseUrl,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
}

/** One statement on a connection of its own. */
async function asOwner(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import type { Database } from "#knowledge/db/database.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import { withEmbedded } from "../product/with-embedded.ts";
import { allHold, atMost, type Figure, figureTable } from "../report/figure-table.ts";
import { insertMadeUpWorkspace } from "./insights/made-up-workspace.ts";
import { type AgentsUnderTest, measureAgents } from "./insights/measure-agents.ts";
import { measureLoaders } from "./insights/measure-loaders.ts";

// `node evals/bench/insights.ts [--contacts 50000] [--database-url postgres://…]`: how fast the metrics of a workspace with ten times as many
// interactions as contacts are loaded, and generate_insights and analyze_customer_journey answer, in a new embedded database or in a workspace
// of its own on a server, which is removed afterwards.

const { values } = parseArgs({
  options: { contacts: { type: "string", default: "50000" }, "database-url": { type: "string" } },
});
const contacts = Number(values.contacts);
const databaseUrl = values["database-url"];
const asOf = new Date("2026-11-21T10:00:00Z");
const target = atMost(databaseUrl ? 1.5 : 6);

const figures = databaseUrl
  ? await onServer(databaseUrl)
  : await withEmbedded(({ db, folder }) =>
      measure(db, { name: "bench", place: { home: join(folder, "home") } }),
    );
process.stdout.write(`${figureTable(figures)}\n`);
if (!allHold(figures)) process.exitCode = 1;

async function measure(
  db: Database,
  { name, place }: { name: string; place: AgentsUnderTest["place"] },
): Promise<Figure[]> {
  const { id } = await ensureWorkspace(db, name);
  const principal = { tenant: { id, name }, user: "bench", roles: ["ADMIN"] as const };
  const size = { contacts, interactions: 10 * contacts, days: 365, to: asOf };
  await insertMadeUpWorkspace(db, principal, {
    ...size,
    onProgress: (text) => process.stderr.write(`… ${text}\n`),
  });
  const loaders = await measureLoaders(db, id, { asOf });
  const agents = await measureAgents({ db, principal, place, to: asOf });
  return [
    ...loaders.flatMap(({ name: what, first, best }, index) => [
      ...(index === 0 ? [{ name: `${what}: the first call`, value: first, unit: "s" }] : []),
      { name: what, value: best, unit: "s", target },
    ]),
    ...agents,
  ];
}

async function onServer(url: string): Promise<Figure[]> {
  const db = openDatabase({ databaseUrl: url, home: "" });
  const name = `bench-${randomUUID().slice(0, 8)}`;
  try {
    return await measure(db, { name, place: { databaseUrl: url } });
  } finally {
    await db.withSystem((tx) => tx.query("delete from tenants where name = $1", [name]));
    await db.close();
  }
}

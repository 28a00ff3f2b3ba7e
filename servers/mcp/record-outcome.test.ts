import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp } from "../test-support/connect.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { ended, people, trainedWorkspace } from "../test-support/trained-workspace.ts";

let principal: Principal;
let http: RunningServer;
let client: Client;

beforeAll(async () => {
  principal = await trainedWorkspace();
  http = await serveWorkspace(principal);
  client = await connectHttp(`${http.url}/mcp`);
});

afterAll(async () => {
  await client.close();
  await http.close();
});

test("nothing is recorded before the handle is confirmed, and once after", async () => {
  const contact_id = openLead(0);
  const proposed = await call("record_outcome", { contact_id, outcome: "won", note: "Signed." });
  expect(proposed).toMatchObject({ status: "proposed", outcome: "won", previous_outcome: null });
  expect(await outcomeOf(contact_id)).toBeNull();

  const recorded = await call("record_outcome", { confirm: proposed.handle });
  expect(recorded).toMatchObject({ status: "recorded", outcome: "won", note: "Signed." });
  expect(await outcomeOf(contact_id)).toMatchObject({ result: "won" });

  expect(await call("record_outcome", { confirm: proposed.handle })).toEqual(recorded);
  expect(await outcomeRows(contact_id)).toBe(1);
});

test("two confirmations at once leave one outcome", async () => {
  const contact_id = openLead(1);
  const { handle } = await call("record_outcome", { contact_id, outcome: "lost" });
  const both = await Promise.all([1, 2].map(() => call("record_outcome", { confirm: handle })));
  expect(both[0]).toEqual(both[1]);
  expect(await outcomeRows(contact_id)).toBe(1);
});

test("a recorded lead leaves the list of open ones", async () => {
  const contact_id = openLead(2);
  const { handle } = await call("record_outcome", { contact_id, outcome: "lost" });
  await call("record_outcome", { confirm: handle });
  const { leads } = await call("find_leads", { limit: 50 });
  expect(leads.length).toBeGreaterThan(0);
  expect(leads.map((lead: { external_id: string }) => lead.external_id)).not.toContain(contact_id);
});

test("an expired proposal records nothing", async () => {
  const contact_id = openLead(3);
  const { handle } = await call("record_outcome", { contact_id, outcome: "won" });
  await testDatabase().withTenant(principal.tenant.id, (tx) =>
    tx.query(
      "update proposals set expires_at = now() - interval '1 second' where tenant_id = $1 and id = $2",
      [principal.tenant.id, handle],
    ),
  );
  expect(await refusal({ confirm: handle })).toMatch(/^PROPOSAL_EXPIRED: .*Propose it again/);
  expect(await outcomeOf(contact_id)).toBeNull();
});

test.each([
  ["made up", "0190c7a2-0000-7000-8000-000000000000", /^NOT_FOUND: .*Propose first/],
  ["no handle at all", "yes", /^VALIDATION_FAILED: .*handle/],
])("a handle that is %s records nothing", async (_what, confirm, expected) => {
  expect(await refusal({ confirm })).toMatch(expected);
});

test("another workspace's handle is unknown", async () => {
  const { handle } = await call("record_outcome", { contact_id: openLead(4), outcome: "won" });
  const other = await serveWorkspace(await trainedWorkspace());
  const stranger = await connectHttp(`${other.url}/mcp`);
  const { content } = await stranger.callTool({ name: "record_outcome", arguments: { confirm: handle } });
  expect(JSON.stringify(content)).toContain("NOT_FOUND");
  await stranger.close();
  await other.close();
});

function openLead(index: number): string {
  return people[ended + index]?.id ?? "";
}

// biome-ignore lint/suspicious/noExplicitAny: answers of several tools are looked into
async function call(name: string, input: Record<string, unknown>): Promise<any> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: input });
  if (isError) throw new Error(JSON.stringify(content));
  return structuredContent;
}

async function refusal(input: Record<string, unknown>): Promise<string> {
  const { isError, content } = await client.callTool({ name: "record_outcome", arguments: input });
  expect(isError).toBe(true);
  return content.map((part) => (part.type === "text" ? part.text : "")).join();
}

async function outcomeOf(contact_id: string): Promise<unknown> {
  return (await call("get_contact", { contact_id })).outcome;
}

async function outcomeRows(externalId: string): Promise<number> {
  const { rows } = await testDatabase().withTenant(principal.tenant.id, (tx) =>
    tx.query<{ n: number }>(
      `select count(*)::int as n from outcomes o join contacts c on c.tenant_id = $1 and c.id = o.contact_id
        where o.tenant_id = $1 and c.external_id = $2`,
      [principal.tenant.id, externalId],
    ),
  );
  return rows[0]?.n ?? 0;
}

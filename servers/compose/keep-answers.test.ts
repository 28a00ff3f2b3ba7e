import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { textSource } from "#knowledge/import/source.ts";
import { originOf } from "../answer-origin.ts";
import { conversationsWorkspace, markedRecords } from "../test-support/conversations-workspace.ts";
import { composeForTests } from "../test-support/serve-workspace.ts";
import type { Rapport } from "./compose.ts";

const db = testDatabase();
let rapport: Rapport;
let admin: Principal;
const mark = "kept";
const { contacts } = markedRecords(mark);

beforeAll(async () => {
  rapport = composeForTests();
  admin = await conversationsWorkspace(mark);
  await rapport.operations.index(admin);
});
afterAll(() => rapport.close());

type Name = "searchConversations" | "askConversations" | "generateInsights";
const asked = {
  searchConversations: { query: "the price of the loom" },
  askConversations: { question: "What did they ask about the warranty?" },
  generateInsights: { as_of: "2025-06-01" },
};

async function ask(name: Name, { principal = admin, input = asked[name] as object } = {}) {
  const tool = rapport.tools[name];
  const parsed = tool.input.parse(input) as never;
  const output = await tool.run({ principal, signal: AbortSignal.timeout(20_000) }, parsed);
  return { output, origin: originOf(output) };
}

/** Asks until what was asked is kept: the first search may still index. */
async function askUntilKept(name: Name, principal = admin) {
  for (let i = 0; i < 3; i++) if ((await ask(name, { principal })).origin === "HIT") return;
  throw new Error(`${name} is not kept`);
}

test.each(Object.keys(asked) as Name[])("%s gives the same answer again, to the letter", async (name) => {
  const first = await ask(name);
  await askUntilKept(name);
  const again = await ask(name);
  expect(again.origin).toBe("HIT");
  // A run has a moment and a handle of its own.
  if (name !== "generateInsights") expect(JSON.stringify(again.output)).toBe(JSON.stringify(first.output));
  expect(rapport.tools[name].toText(again.output as never)).not.toBe("");
});

const message = (id: string) => ({
  id: `thread-${id}`,
  contact: contacts[0]?.id,
  channel: "EMAIL",
  messages: [
    {
      id,
      at: "2025-05-01T09:00:00Z",
      direction: "INBOUND",
      sender: "Ada",
      text: `They asked for ${id} looms.`,
    },
  ],
});

const changes: [string, () => Promise<unknown>][] = [
  [
    "a message",
    () => importConversations(db, admin, textSource("more.jsonl", JSON.stringify(message("sevenhundred")))),
  ],
  [
    "an article",
    () =>
      importArticles(
        db,
        admin,
        textSource("more.jsonl", JSON.stringify({ id: "new-faq", title: "Warranty", text: "Ten years." })),
      ),
  ],
  [
    "an outcome",
    async () => {
      const tool = rapport.tools.recordOutcome;
      const { rows } = await db.readTenant(admin.tenant.id, (tx) =>
        tx.query<{ id: string }>("select id from contacts where tenant_id = $1 limit 1", [admin.tenant.id]),
      );
      const run = (input: object) =>
        tool.run({ principal: admin, signal: AbortSignal.timeout(9_000) }, tool.input.parse(input) as never);
      const { handle } = (await run({ contact_id: rows[0]?.id, outcome: "lost" })) as { handle: string };
      await run({ confirm: handle });
    },
  ],
  [
    "a contact",
    () =>
      db.withTenant(admin.tenant.id, (tx) =>
        tx.query("update contacts set status = 'CUSTOMER' where tenant_id = $1", [admin.tenant.id]),
      ),
  ],
];

test.each(changes)("after %s everything is asked anew", async (_, change) => {
  for (const name of Object.keys(asked) as Name[]) await askUntilKept(name);
  await change();
  for (const name of Object.keys(asked) as Name[]) expect((await ask(name)).origin).toBe("MISS");
});

test("nobody is given what somebody with other rights, or of another workspace, was told", async () => {
  await askUntilKept("searchConversations");
  const rep = (user: string): Principal => ({ ...admin, user, roles: ["SALES_REP"] });
  const others: Principal[] = [
    rep("rep-a"),
    rep("rep-b"),
    { ...admin, roles: ["SALES_MANAGER"] },
    { ...admin, scopes: ["interactions:read", "contacts:read"] },
    await conversationsWorkspace("other"),
  ];
  for (const principal of others)
    expect((await ask("searchConversations", { principal })).origin).toBe("MISS");
  expect((await ask("searchConversations", { principal: { ...admin, user: "eve" } })).origin).toBe("HIT");
  const refused = ask("searchConversations", { principal: { ...admin, roles: ["MARKETING_MANAGER"] } });
  await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("other questions have other answers, whatever the order of their fields", async () => {
  const input = { query: "the warranty", limit: 3, channel: "EMAIL" };
  expect((await ask("searchConversations", { input })).origin).toBe("MISS");
  await ask("searchConversations", { input });
  const turned = { channel: "EMAIL", limit: 3, query: "the warranty" };
  expect((await ask("searchConversations", { input: turned })).origin).toBe("HIT");
  expect((await ask("searchConversations", { input: { ...input, limit: 4 } })).origin).toBe("MISS");
});

test("an answer older than ten minutes does not count and goes", async () => {
  await askUntilKept("searchConversations");
  const age = `update kept_answers set created_at = now() - interval '11 minutes' where tenant_id = $1`;
  await db.withTenant(admin.tenant.id, (tx) => tx.query(age, [admin.tenant.id]));
  expect((await ask("searchConversations")).origin).toBe("MISS");
  const { rows } = await db.readTenant(admin.tenant.id, (tx) =>
    tx.query("select from kept_answers where tenant_id = $1", [admin.tenant.id]),
  );
  expect(rows).toHaveLength(1);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reachOf } from "#core/access.ts";
import { type Principal, type Role, roles } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { conversationsWorkspace, markedRecords } from "../../test-support/conversations-workspace.ts";
import { startIdentityProvider } from "../../test-support/identity-provider.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { apiOperations } from "./operations.ts";
import { serveApiToAll, type TestApi } from "./test-api.ts";
import { contractCases, prepareRecords, type Records } from "./test-cases.ts";
import { caseOf, requestTo } from "./test-requests.ts";

// Every cell of the table of REST operations in docs/roles.md, asked over HTTP with tokens of each role.

const parts = composeForTests();
const operations = apiOperations(parts.api.tools);
const mark = "cells";
/** Records whose ids say what they are of. */
const placeholders = new Proxy({} as Records, { get: (_, name) => `of-${String(name)}` });

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let served: Awaited<ReturnType<typeof serveApiToAll>>;
let workspace: Principal;
/** By whom each is asked; the rep is rep-a. */
let asked: Record<Role, TestApi>;
/** Records of rep-a's contacts, and of rep-b's. */
let own: Records;
let others: Records;

beforeAll(async () => {
  provider = await startIdentityProvider();
  served = await serveApiToAll(provider.environment);
  workspace = await conversationsWorkspace(mark, 4);
  const tokens = roles.map(async (role) => [role, served.as(await tokenOf(role))] as const);
  asked = Object.fromEntries(await Promise.all(tokens)) as Record<Role, TestApi>;
  own = await recordsOf("rep-a");
  others = await recordsOf("rep-b");
}, 120_000);

afterAll(async () => {
  await served?.close();
  await provider?.stop();
  await parts.close();
});

describe.each(roles)("%s", (role) => {
  // Who may is told that the request is wrong, who may not is told that: the router asks in this order, and nothing is run.
  test.each(operations.map((each) => [each.id, reachOf([role], each.permission), each] as const))(
    "%s: %s",
    async (_id, reach, operation) => {
      const raw = operation.rawBody && "x";
      const path = operation.path.replace(/\{\w+\}/g, own.contactId);
      const wrong = { params: {}, query: { noSuchField: "1" }, ...(raw === undefined ? {} : { raw }) };
      const { status, body } = await asked[role].send(requestTo({ ...operation, path }, wrong));
      expect([status, body.error.code]).toEqual(
        reach === "none" ? [403, "FORBIDDEN"] : [400, "VALIDATION_FAILED"],
      );
    },
  );
});

const ofOwn = operations.filter(({ permission }) => reachOf(["SALES_REP"], permission) === "own");
/** Whether its case names a record of a contact: those that do not are held to showing nothing of others'. */
const namesRecord = ({ id }: { id: string }) =>
  /"of-(spare)?(contact|followUp|conversation)Id"/i.test(
    JSON.stringify(contractCases(placeholders)[id] ?? {}),
  );

describe("own: a SALES_REP", () => {
  test.each(ofOwn.filter(namesRecord).map((each) => [each.id, each] as const))(
    "%s serves their own records, and refuses others'",
    async (id, operation) => {
      const rep = asked.SALES_REP;
      // Whether it is there is not told either where lists are narrowed: an empty one is as good as a refusal.
      const theirs = await rep.send(requestTo(operation, await caseOf(contractCases(others), id, rep)));
      if (theirs.status === 200) expect(recordsIn(theirs.body)).toEqual([]);
      else expect(theirs.status).toBeOneOf([403, 404]);
      const mine = await rep.send(requestTo(operation, await caseOf(contractCases(own), id, rep)));
      expect({ status: mine.status, body: mine.status < 300 || mine.body }).toEqual({
        status: operation.status,
        body: true,
      });
    },
  );

  test.each(ofOwn.filter((each) => !namesRecord(each)).map((each) => [each.id, each] as const))(
    "%s shows nothing of what customers wrote to others",
    async (id, operation) => {
      const rep = asked.SALES_REP;
      const { body } = await rep.send(requestTo(operation, await caseOf(contractCases(own), id, rep)));
      const secrets = markedRecords(mark, 4).secrets.slice(0, 4);
      const ofOthers = secrets.filter((_, n) => n % 2 === 1);
      expect(ofOthers.filter((secret) => JSON.stringify(body).includes(secret))).toEqual([]);
    },
  );
});

/** Everything that cases may name, belonging to one user's contacts. */
async function recordsOf(user: string): Promise<Records> {
  const admin = asked.ADMIN;
  const records = await prepareRecords(admin, workspace);
  const { tenant } = workspace;
  await testDatabase().withTenant(tenant.id, (tx) =>
    tx.query("update contacts set assigned_to = $2 where tenant_id = $1 and id = any($3::uuid[])", [
      tenant.id,
      user,
      [records.contactId, records.spareContactId],
    ]),
  );
  return { ...records, conversationId: await conversationOf(user) };
}

/** One of theirs that waits for an answer. */
async function conversationOf(user: string): Promise<string> {
  const { tenant } = workspace;
  return testDatabase().withTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select v.id from conversations v join contacts c on c.tenant_id = v.tenant_id and c.id = v.contact_id
       where v.tenant_id = $1 and c.assigned_to = $2 order by v.id limit 1`,
      [tenant.id, user],
    );
    const id = rows[0]?.id ?? "";
    await tx.query(
      "delete from interactions where tenant_id = $1 and conversation_id = $2 and direction = 'OUTBOUND'",
      [tenant.id, id],
    );
    return id;
  });
}

function recordsIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  return Object.values(body as object).flatMap((value) => (Array.isArray(value) ? value : []));
}

function tokenOf(role: Role): Promise<string> {
  const sub = role === "SALES_REP" ? "rep-a" : role.toLowerCase();
  return provider.token({ claims: { sub, rapport_tenant: workspace.tenant.id, rapport_roles: [role] } });
}

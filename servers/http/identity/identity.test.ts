import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { deleteWorkspace } from "#knowledge/crm/workspaces.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { textSource } from "#knowledge/import/source.ts";
import { connectHttp, eras } from "../../test-support/connect.ts";
import { startIdentityProvider, type TokenChanges } from "../../test-support/identity-provider.ts";
import { insides } from "../../test-support/insides.ts";
import { postTool, serveIdentity } from "../../test-support/serve-identity.ts";

const ada = { name: "get_contact", input: { email: "ada@mill.example" } };
const hour = 3_600;
const now = Math.floor(Date.now() / 1_000);

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let served: Awaited<ReturnType<typeof serveIdentity>>;
let north: Principal;
let south: Principal;

beforeAll(async () => {
  provider = await startIdentityProvider();
  served = await serveIdentity(provider.environment);
  north = await workspaceOf("North");
  south = await workspaceOf("South");
});

afterAll(async () => {
  await served?.close();
  await provider?.stop();
});

describe("a good token", () => {
  test.each(["name", "id"] as const)("names its workspace by %s", async (key) => {
    const answer = await postTool(served.url, { credential: await tokenFor(north, { key }), ...ada });
    expect(answer).toMatchObject({ status: 200, result: { structuredContent: { company: "North" } } });
  });

  test.each(eras)("serves the official client of the %s era, tools, resources and prompts", async (era) => {
    const client = await connectHttp(`${served.url}/mcp`, era, await tokenFor(south));
    const answer = await client.callTool({ name: ada.name, arguments: ada.input });
    expect(answer.structuredContent).toMatchObject({ company: "South" });
    const { contents } = await client.readResource({ uri: "mcp://training-data/current" });
    expect(JSON.stringify(contents)).toContain(south.tenant.name);
    expect((await client.listPrompts()).prompts.length).toBeGreaterThan(0);
    await client.close();
  });

  test("may be 30 s ahead of or behind our clock", async () => {
    for (const claims of [{ nbf: now + 20 }, { exp: now - 10 }]) {
      const answer = await postTool(served.url, { credential: await tokenFor(north, { claims }), ...ada });
      expect(answer.status).toBe(200);
    }
  });

  test("may be signed with a key that is new", async () => {
    await provider.addKey("second");
    const credential = await tokenFor(north, { kid: "second" });
    expect(await postTool(served.url, { credential, ...ada })).toMatchObject({ status: 200 });
  });
});

describe("what is no good token gets 401, says why, and where to get one", () => {
  const foreign = { issuer: "", forged: "" };
  beforeAll(async () => {
    const other = await startIdentityProvider();
    const claims = { rapport_tenant: north.tenant.name };
    foreign.issuer = await other.token({ claims });
    foreign.forged = await other.token({ claims: { ...claims, iss: provider.issuer } });
    await other.stop();
    await provider.addKey("elliptic", "ES256");
  });
  test.each<[string, RegExp, () => Promise<string | undefined>]>([
    ["no credential", /Authorization: Bearer/, async () => undefined],
    ["garbage", /cannot be read/, async () => "garbage"],
    [
      "another audience",
      /another audience/,
      () => tokenFor(north, { claims: { aud: "https://other.example" } }),
    ],
    ["no audience", /audience|aud/, () => tokenFor(north, { claims: { aud: undefined } })],
    [
      "another issuer's claim",
      /another issuer/,
      () => tokenFor(north, { claims: { iss: "https://evil.example" } }),
    ],
    ["another issuer altogether", /does not publish|not signed|another issuer/, async () => foreign.issuer],
    ["another issuer's key under our issuer's name", /not signed by/, async () => foreign.forged],
    ["expired", /expired/, () => tokenFor(north, { claims: { exp: now - 60 } })],
    ["no expiry", /exp/, () => tokenFor(north, { claims: { exp: undefined } })],
    ["not yet valid", /not valid yet/, () => tokenFor(north, { claims: { nbf: now + hour } })],
    ["nobody", /sub/, () => tokenFor(north, { claims: { sub: undefined } })],
    ["alg none", /RS256|cannot be read|supported/, async () => unsigned(await tokenFor(north))],
    ["HS256 with the public key as its secret", /RS256/, async () => confused(await tokenFor(north))],
    ["ES256, though the provider has that key", /RS256/, () => tokenFor(north, { kid: "elliptic" })],
    ["a key that is not published", /does not publish/, () => tokenFor(north, { header: { kid: "gone" } })],
    ["claims changed after signing", /not signed by/, async () => changed(await tokenFor(north))],
    ["a key that never was", /not known here/, async () => `rapport_${"A".repeat(43)}_${"B".repeat(43)}`],
  ])("%s", async (_what, why, make) => {
    const answer = await postTool(served.url, { credential: await make(), ...ada });
    expect(answer).toMatchObject({ status: 401, error: { code: "UNAUTHENTICATED" } });
    expect(answer.error?.message).toMatch(why);
    expect(answer.challenge).toMatch(/^Bearer error="invalid_token", /);
    const address = `${served.url}/.well-known/oauth-protected-resource/mcp`;
    expect(answer.challenge).toContain(`resource_metadata="${address}"`);
    expect(JSON.stringify(answer)).not.toMatch(insides);
    expect(JSON.stringify(answer)).not.toContain("North");
  });

  test.each<Record<string, string>>([
    { "x-forwarded-for": "127.0.0.1" },
    { forwarded: "for=127.0.0.1;host=localhost" },
    { "x-real-ip": "127.0.0.1", "x-forwarded-host": "localhost" },
    { authorization: "Basic YWRhOmFkYQ==" },
    { cookie: "authorization=Bearer x" },
    { "x-rapport-tenant": "north", "x-user": "ada" },
  ])("headers %j make nobody known", async (headers) => {
    expect(await postTool(served.url, { ...ada, headers })).toMatchObject({ status: 401 });
  });
});

describe("a token that is good and not enough gets 403", () => {
  test.each<[string, TokenChanges["claims"], RegExp]>([
    ["an unknown workspace", { rapport_tenant: "atlantis" }, /atlantis/],
    ["no workspace", { rapport_tenant: undefined }, /rapport_tenant/],
    ["a workspace that is no text", { rapport_tenant: { $ne: null } }, /rapport_tenant/],
    ["an unknown role", { rapport_roles: ["EMPEROR"] }, /EMPEROR.*SALES_REP/],
    ["no role", { rapport_roles: undefined }, /rapport_roles/],
  ])("%s", async (_what, claims, why) => {
    const answer = await postTool(served.url, { credential: await tokenFor(north, { claims }), ...ada });
    expect(answer).toMatchObject({ status: 403, error: { code: "FORBIDDEN" }, challenge: null });
    expect(answer.error?.message).toMatch(why);
  });

  test("a missing scope is named, so that a client can step up", async () => {
    const claims = { scope: "openid contacts:read" };
    const credential = await tokenFor(north, { claims });
    expect(await postTool(served.url, { credential, ...ada })).toMatchObject({ status: 200 });
    const answer = await postTool(served.url, { credential, name: "record_outcome", input: {} });
    expect(answer.status).toBe(403);
    expect(answer.challenge).toContain('error="insufficient_scope"');
    expect(answer.challenge).toContain('scope="contacts:write contacts:read"');
    expect(answer.challenge).toContain("/.well-known/oauth-protected-resource/mcp");
  });

  test("a scope that no role grants gives nothing", async () => {
    const claims = { rapport_roles: "MARKETING_MANAGER", scope: "contacts:write" };
    const credential = await tokenFor(north, { claims });
    const answer = await postTool(served.url, { credential, name: "record_outcome", input: outcomeOfAda });
    expect(answer).toMatchObject({ status: 200, result: { isError: true } });
    expect(answer.result?.content[0]?.text).toMatch(/^FORBIDDEN/);
  });
});

describe("a key", () => {
  test("acts in its own workspace, whatever the arguments name", async () => {
    const { key } = await makeKey(north);
    for (const extra of [{}, { tenant_id: south.tenant.id }, { workspace: south.tenant.name }]) {
      const answer = await postTool(served.url, {
        credential: key,
        ...ada,
        input: { ...ada.input, ...extra },
      });
      expect(JSON.stringify(answer)).not.toContain("South");
    }
    const theirs = await postTool(served.url, { credential: (await makeKey(south)).key, ...ada });
    const id = theirs.result?.structuredContent?.contact_id;
    const answer = await postTool(served.url, { credential: key, name: ada.name, input: { contact_id: id } });
    expect(answer.result?.content[0]?.text).toMatch(/^NOT_FOUND/);
  });

  test("that is confined is told which scope it lacks", async () => {
    const { key } = await makeKey(north, { scopes: ["contacts:write"] });
    const answer = await postTool(served.url, { credential: key, ...ada });
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.challenge).toContain('scope="contacts:read contacts:write"');
  });

  test("that was revoked, has expired or lost its workspace is refused", async () => {
    const [revoked, lost] = [await makeKey(north), await workspaceOf("Lost")];
    await served.rapport.operations.revokeKey(north, revoked.stored.id);
    const orphaned = await makeKey(lost);
    await deleteWorkspace(testDatabase(), lost.tenant.name);
    const soon = await makeKey(north, { expiresAt: new Date(Date.now() + 20) });
    await new Promise((resolve) => setTimeout(resolve, 40));
    for (const [{ key }, why] of [
      [revoked, /revoked/],
      [orphaned, /not known here/],
      [soon, /expired/],
    ] as const) {
      const answer = await postTool(served.url, { credential: key, ...ada });
      expect(answer).toMatchObject({ status: 401, error: { message: expect.stringMatching(why) } });
    }
  });
});

test("200 requests at once of two workspaces get only their own", async () => {
  const credentials = [
    [north, await tokenFor(north)],
    [south, await tokenFor(south)],
    [north, (await makeKey(north)).key],
    [south, (await makeKey(south)).key],
  ] as const;
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const [who, credential] = credentials[n % credentials.length] ?? credentials[0];
      const answer = await postTool(served.url, { credential, ...ada });
      return [who === north ? "North" : "South", answer.result?.structuredContent?.company];
    }),
  );
  expect(answers.filter(([expected, company]) => expected !== company)).toEqual([]);
}, 60_000);

test("the metadata says who issues tokens and which scopes there are, to anybody", async () => {
  const response = await fetch(`${served.url}/.well-known/oauth-protected-resource/mcp`);
  expect(await response.json()).toMatchObject({
    resource: `${served.url}/mcp`,
    authorization_servers: [provider.issuer],
    scopes_supported: expect.arrayContaining(["contacts:read", "interactions:write"]),
    bearer_methods_supported: ["header"],
  });
  const whole = await fetch(`${served.url}/.well-known/oauth-protected-resource`);
  expect(await whole.json()).toMatchObject({ resource: served.url });
});

test("/health and /ready need no credential, and nothing else is served without", async () => {
  const paths = ["/health", "/ready", "/mcp", "/mcp/insights", "/mcp/no-such-server"];
  const answers = await Promise.all(paths.map(async (path) => (await fetch(served.url + path)).status));
  expect(answers).toEqual([200, 200, 401, 401, 401]);
});

test("with the identity provider gone tokens wait, and keys go on", async () => {
  const gone = await startIdentityProvider();
  const other = await serveIdentity(gone.environment);
  const credential = await gone.token({ claims: { rapport_tenant: north.tenant.name } });
  await gone.stop();
  const answer = await postTool(other.url, { credential, ...ada });
  expect(answer).toMatchObject({ status: 503, error: { code: "IDENTITY_UNAVAILABLE" } });
  const { key } = await makeKey(north);
  expect(await postTool(other.url, { credential: key, ...ada })).toMatchObject({ status: 200 });
  await other.close();
});

const outcomeOfAda = { email: "ada@mill.example", outcome: "won" };

async function workspaceOf(company: string): Promise<Principal> {
  const principal = await freshWorkspace();
  const table = `id,email,first name,company\n1,ada@mill.example,Ada,${company}`;
  await importContacts(testDatabase(), principal, textSource("contacts.csv", table), { id: "id" });
  return principal;
}

function tokenFor(
  { tenant }: Principal,
  { key = "name", claims, ...changes }: TokenFor = {},
): Promise<string> {
  return provider.token({ ...changes, claims: { rapport_tenant: tenant[key], ...claims } });
}

type TokenFor = TokenChanges & { key?: "name" | "id" };

let keys = 0;

function makeKey(principal: Principal, more: { scopes?: ["contacts:write"]; expiresAt?: Date } = {}) {
  return served.rapport.operations.createKey(principal, { name: `key ${++keys}`, roles: ["ADMIN"], ...more });
}

function unsigned(token: string): string {
  return `${encoded({ alg: "none", typ: "JWT" })}.${token.split(".")[1]}.`;
}

/** Signed with what everybody can read, which a careless check takes for a shared secret. */
function confused(token: string): string {
  const signed = `${encoded({ alg: "HS256", kid: "first" })}.${token.split(".")[1]}`;
  const secret = JSON.stringify(provider.publicKey());
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

function changed(token: string): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  return [header, encoded({ ...claims, rapport_tenant: south.tenant.name }), signature].join(".");
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

import { beforeAll, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importInteractions } from "#knowledge/import/import-interactions.ts";
import { textSource } from "#knowledge/import/source.ts";
import { runRapport } from "../test-support/child.ts";

let workspace: string;

/** Ada was written to, scored twice, and then answered; nobody ever scored Bob. */
beforeAll(async () => {
  const principal = await freshWorkspace();
  workspace = principal.tenant.name;
  const people = textSource(
    "a.csv",
    "id,first name,last name,created\nada,Ada,Byron,2025-01-01\nbob,Bob,Last,2025-01-01\n",
  );
  await importContacts(testDatabase(), principal, people, { id: "id", createdAt: "created" });
  const touches = "ada,2025-01-10T09:00:00Z,email,outbound\nada,2025-04-20T09:00:00Z,email,inbound";
  const table = textSource("b.csv", `contact,at,type,direction\n${touches}\n`);
  await importInteractions(testDatabase(), principal, table, {});
  await testDatabase().withTenant(principal.tenant.id, (tx) =>
    tx.query(
      `insert into score_history (tenant_id, contact_id, probability, low, high, band, as_of, scored_at)
        select $1, c.id, s.p, s.p / 2, (1 + s.p) / 2, 'C', s.at, s.at
          from contacts c, (values (0.125::float8, '2025-02-01'::timestamptz), (0.4, '2025-03-01')) s (p, at)
          where c.tenant_id = $1 and c.external_id = 'ada' order by s.at`,
      [principal.tenant.id],
    ),
  );
});

const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await runRapport(["history", ...args, "--workspace", workspace]);
  return { status, stdout, stderr };
};

test("shows stored scores with a bar each, and why the score moved since the oldest", async () => {
  const { status, stdout, stderr } = await run("Ada Byron");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Ada Byron (ada)");
  expect(stdout).toMatch(/2025-02-01 00:00 {3}13 {2}█▎········ {2}C {4}6 to {2}56 {2}prior/);
  expect(stdout).toMatch(/2025-03-01 00:00 {3}40 {2}████······/);
  expect(stdout).toMatch(/Since 2025-02-01 00:00 from \d+\.\d to \d+\.\d, [+-]\d+\.\d points:/);
  expect(stdout).toMatch(/[+-]\d+\.\d {2}days since last reply: none yet → \d+/);
});

test("--since and --json tell machines of another beginning", async () => {
  const { stdout } = await run("ada", "--since", "2025-03-15", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    contact: { externalId: "ada" },
    since: "2025-03-15T00:00:00.000Z",
    history: [{ probability: 0.125 }, { probability: 0.4 }],
    change: { wasKnown: true },
  });
});

test("says so when there is no score yet", async () => {
  const { status, stdout } = await run("bob");
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining("No score is stored yet"),
  });
});

test.each([
  ["ada", "tomorrow", /--since tomorrow is not a date/],
  ["ada", "2999-01-01", /--since 2999-01-01 lies in the future/],
])("refuses %s since %s", async (contact, since, reason) => {
  const { status, stderr } = await run(contact, "--since", since);
  expect(status).not.toBe(0);
  expect(stderr).toMatch(reason);
});

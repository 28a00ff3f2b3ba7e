import { describe, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import type { ContactImportOptions } from "./contact-plan.ts";
import type { BadRow } from "./csv-records.ts";
import { importContacts } from "./import-contacts.ts";
import { textSource } from "./source.ts";
import { counts, fieldsOf, rowsOf } from "./test-import.ts";

const leads = "id,email,plan,age,y\n1,ada@example.org,gold,36,yes\n2,bob@example.org,,41,no\n3,,silver,29,\n";
const options: ContactImportOptions = { id: "id", outcome: "y", won: "yes", lost: "no" };

async function importing(
  text: string,
  more: ContactImportOptions = options,
  principal = freshWorkspace(),
  name = "leads.csv",
) {
  const who = await principal;
  return { who, summary: await importContacts(testDatabase(), who, textSource(name, text), more) };
}

const contactsOf = (who: Awaited<ReturnType<typeof freshWorkspace>>) =>
  rowsOf(
    who,
    "select external_id, email, status, custom_fields from contacts where tenant_id = $1 order by external_id",
  );
const historyOf = (who: Awaited<ReturnType<typeof freshWorkspace>>) =>
  rowsOf<{ changes: object; valid_from: unknown; source: string }>(
    who,
    "select changes, source, case when isfinite(valid_from) then valid_from end as valid_from from contact_history where tenant_id = $1 order by seq",
  );
const outcomesOf = (who: Awaited<ReturnType<typeof freshWorkspace>>) =>
  rowsOf(
    who,
    `select c.external_id, o.result from outcomes o join contacts c on c.tenant_id = $1 and c.id = o.contact_id
    where o.tenant_id = $1 order by o.seq`,
  );

describe("importContacts", () => {
  test("stores fields, types, outcomes and the first history", async () => {
    const { who, summary } = await importing(leads);
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    expect(fieldsOf(summary)).toEqual({
      id: "externalId",
      email: "email",
      plan: "custom.plan",
      age: "custom.age",
      y: "outcome",
    });
    expect(await contactsOf(who)).toEqual([
      {
        external_id: "1",
        email: "ada@example.org",
        status: "CUSTOMER",
        custom_fields: { plan: "gold", age: 36 },
      },
      { external_id: "2", email: "bob@example.org", status: "LEAD", custom_fields: { plan: null, age: 41 } },
      { external_id: "3", email: null, status: "LEAD", custom_fields: { plan: "silver", age: 29 } },
    ]);
    expect(await outcomesOf(who)).toEqual([
      { external_id: "1", result: "won" },
      { external_id: "2", result: "lost" },
    ]);
    const history = await historyOf(who);
    expect(history).toHaveLength(4);
    expect(history[0]).toEqual({
      changes: {
        externalId: "1",
        email: "ada@example.org",
        "custom.plan": "gold",
        "custom.age": 36,
        status: "LEAD",
      },
      source: "import:leads.csv",
      valid_from: null,
    });
    expect(
      await rowsOf(who, "select name, type from field_definitions where tenant_id = $1 order by name"),
    ).toEqual([
      { name: "age", type: "number" },
      { name: "plan", type: "category" },
    ]);
  });

  test("importing again changes nothing", async () => {
    const { who } = await importing(leads);
    const before = [await contactsOf(who), await historyOf(who), await outcomesOf(who)];
    expect(counts((await importing(leads, options, Promise.resolve(who))).summary)).toEqual([0, 0, 3, 0]);
    expect([await contactsOf(who), await historyOf(who), await outcomesOf(who)]).toEqual(before);
  });

  test("a changed row appends what changed and nothing else", async () => {
    const { who } = await importing(leads);
    const length = (await historyOf(who)).length;
    const changed = leads.replace("bob@example.org,,41", "bob@example.org,gold,41");
    expect(counts((await importing(changed, options, Promise.resolve(who))).summary)).toEqual([0, 1, 2, 0]);
    const history = await historyOf(who);
    expect(history).toHaveLength(length + 1);
    expect(history.at(-1)).toMatchObject({
      changes: { "custom.plan": "gold" },
      valid_from: expect.any(Date),
    });
  });

  test("fields that a file does not have are left alone", async () => {
    const { who } = await importing(leads);
    expect(
      counts((await importing("id,plan\n1,gold\n", { id: "id" }, Promise.resolve(who))).summary),
    ).toEqual([0, 0, 1, 0]);
    expect((await contactsOf(who))[0]).toMatchObject({
      email: "ada@example.org",
      custom_fields: { age: 36 },
    });
  });

  test("outcomes that change are appended, also back to an earlier one", async () => {
    const { who } = await importing("id,y\n1,yes\n");
    for (const y of ["no", "no", "yes", ""]) await importing(`id,y\n1,${y}\n`, options, Promise.resolve(who));
    expect((await outcomesOf(who)).map(({ result }) => result)).toEqual(["won", "lost", "won", null]);
    expect(await contactsOf(who)).toMatchObject([{ status: "LEAD" }]);
  });

  test("a blank cell does not withdraw what a person recorded", async () => {
    const { who } = await importing("id,y\n1,\n");
    await rowsOf(
      who,
      `insert into outcomes (tenant_id, contact_id, result, source, idempotency_key)
      select $1, id, 'won', 'user:ada', 'k' from contacts where tenant_id = $1`,
    );
    await importing("id,y,note\n1,,new\n", options, Promise.resolve(who));
    expect(await outcomesOf(who)).toEqual([{ external_id: "1", result: "won" }]);
  });

  test("the lines of the file tell equal rows apart", async () => {
    const text = 'a,b\n1,"x\ny"\n1,"x\ny"\n\n1,z\n';
    const { who, summary } = await importing(text, { id: "line", idPrefix: "f1-" });
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    expect((await contactsOf(who)).map(({ external_id }) => external_id)).toEqual(["f1-2", "f1-4", "f1-7"]);
  });

  test("a second file numbered by lines is warned of", async () => {
    const { who } = await importing("a\n1\n", { id: "line" }, undefined, "may.csv");
    const again = await importing("a\n2\n", { id: "line" }, Promise.resolve(who), "june.csv");
    expect(again.summary.warnings).toEqual([expect.stringMatching(/may\.csv.*june\.csv.*--id-prefix/)]);
    const apart = await importing(
      "a\n2\n",
      { id: "line", idPrefix: "june-" },
      Promise.resolve(who),
      "june.csv",
    );
    expect(apart.summary.warnings).toEqual([]);
  });

  test("bad rows are told with line and reason, and the others go on", async () => {
    const seen: BadRow[] = [];
    const text =
      "id,email,y,seen\n1,a@b.co,yes,2024-01-01\n,broken,no,\n3,,maybe,\n4,x\n5,,no,soon\n6,kaput,no,\n1,z@b.co,no,\n";
    const more = { ...options, map: { lastContactDate: "seen" }, onError: (bad: BadRow) => seen.push(bad) };
    const { who, summary } = await importing(text, more);
    expect(counts(summary)).toEqual([3, 0, 0, 4]);
    expect(summary.warnings).toEqual([expect.stringMatching(/^1 rows.*maybe.*not ended/)]);
    expect(summary.errors).toEqual(seen);
    const reasons = new Map(seen.map(({ line, reason }) => [line, reason]));
    expect(reasons.get(3)).toContain("neither an id nor a valid email");
    expect(reasons.get(5)).toContain("2 cells");
    expect(reasons.get(6)).toContain("no date");
    expect(reasons.get(8)).toContain("already in line 2");
    // An address that is none is kept beside the id.
    expect((await contactsOf(who))[2]).toMatchObject({
      external_id: "6",
      email: null,
      custom_fields: { email: "kaput" },
    });
  });

  test("a creation date that changes is a change", async () => {
    const load = (day: string, who?: ReturnType<typeof freshWorkspace>) =>
      importing(`id,came\n1,${day}\n`, { id: "id", createdAt: "came" }, who);
    const { who } = await load("2024-01-05");
    const moments = () => rowsOf(who, "select created_at, updated_at from contacts where tenant_id = $1");
    const [before] = await moments();
    expect(counts((await load("2024-01-03", Promise.resolve(who))).summary)).toEqual([0, 1, 0, 0]);
    const [after] = await moments();
    expect(after?.created_at).toEqual(new Date("2024-01-03"));
    expect(after?.updated_at).not.toEqual(before?.updated_at);
  });

  test("a beginning and an end have their dates", async () => {
    const { who } = await importing("id,born,y,closed\n1,2024-01-05,yes,2024-03-01\n", {
      ...options,
      createdAt: "born",
      outcomeDate: "closed",
    });
    const dates = (await historyOf(who)).map(({ valid_from }) => valid_from);
    expect(dates).toEqual([new Date("2024-01-05"), new Date("2024-03-01")]);
    expect(await rowsOf(who, "select occurred_at from outcomes where tenant_id = $1")).toEqual([
      { occurred_at: new Date("2024-03-01") },
    ]);
  });

  test("yes and no stay what they were when an earlier file also had unknown", async () => {
    const { who } = await importing("id,loan\n1,yes\n2,unknown\n", { id: "id" });
    await importing("id,loan\n3,yes\n", { id: "id" }, Promise.resolve(who), "more.csv");
    expect((await contactsOf(who)).map(({ custom_fields }) => custom_fields)).toEqual([
      { loan: "yes" },
      { loan: "unknown" },
      { loan: "yes" },
    ]);
  });

  test("a dry run counts and stores nothing", async () => {
    const { who, summary } = await importing(leads, { ...options, dryRun: true });
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    expect(await contactsOf(who)).toEqual([]);
    expect(await rowsOf(who, "select id from imports where tenant_id = $1")).toEqual([]);
  });

  test("what an interrupted import left is completed", async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `${i},v${i % 9}`).join("\n");
    const controller = new AbortController();
    const stop = {
      id: "id",
      signal: controller.signal,
      onProgress: ({ phase }: { phase: string }) => phase === "importing" && controller.abort(),
    };
    const who = await freshWorkspace();
    await expect(importing(`id,v\n${rows}\n`, stop, Promise.resolve(who))).rejects.toMatchObject({
      code: "CANCELLED",
    });
    await importing(
      `id,v\n${rows.split("\n").slice(0, 2_500).join("\n")}\n`,
      { id: "id" },
      Promise.resolve(who),
    );
    expect(counts((await importing(`id,v\n${rows}\n`, { id: "id" }, Promise.resolve(who))).summary)).toEqual([
      2_500, 0, 2_500, 0,
    ]);
    const unfinished = await rowsOf(
      who,
      "select finished_at from imports where tenant_id = $1 and finished_at is null",
    );
    expect(unfinished).toHaveLength(1);
  });

  test("a column that tells the end is pointed out when nobody named it", async () => {
    const { summary } = await importing("id,converted\n1,yes\n2,no\n", { id: "id" });
    expect(summary.warnings).toEqual([expect.stringContaining("--outcome converted")]);
  });

  test("an import never touches another workspace", async () => {
    const [a, b] = [await freshWorkspace(), await freshWorkspace()];
    await importing(leads, options, Promise.resolve(b));
    const before = [await contactsOf(b), await historyOf(b), await outcomesOf(b)];
    const { summary } = await importing(leads.replaceAll("gold", "lead"), options, Promise.resolve(a));
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    expect([await contactsOf(b), await historyOf(b), await outcomesOf(b)]).toEqual(before);
  });
});

import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { deleteArticles } from "../../conversations/save-articles.ts";
import { freshWorkspace } from "../../db/test-database.ts";
import { importArticles } from "../../import/import-articles.ts";
import { importInteractions } from "../../import/import-interactions.ts";
import { textSource } from "../../import/source.ts";
import { rowsOf } from "../../import/test-import.ts";
import { batchLimits } from "./queued-sources.ts";
import { converse, db, numbers, passages, queue, refresh, thread, write } from "./test-refresh.ts";

/** Terms of the postings by field, and what the statistics say. */
async function traces(who: Principal) {
  const posted = await rowsOf<{ field: string; n: number }>(
    who,
    "select field, count(*)::int as n from postings where tenant_id = $1 group by field order by field",
  );
  const names = await rowsOf<{ name: string }>(
    who,
    "select name from passage_names where tenant_id = $1 order by name",
  );
  const [statistics] = await rowsOf(
    who,
    "select passages, tokens::int as tokens from passage_statistics where tenant_id = $1",
  );
  return { fields: posted.map(({ field }) => field), names: names.map(({ name }) => name), statistics };
}
const nothing = { fields: [], names: [], statistics: { passages: 0, tokens: 0 } };

describe("refreshIndex", () => {
  test("makes passages, postings, names and statistics, and empties the queue", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["Could you send the pricing?", null, "Here it is."]));
    expect(await refresh(who)).toEqual({ made: 2, removed: 0, embedded: 0, pending: 0 });
    expect((await passages(who)).map(({ text }) => text)).toEqual([
      "Could you send the pricing?",
      "Here it is.",
    ]);
    expect(await queue(who)).toEqual([]);
    const [sums] = await rowsOf(
      who,
      "select count(*)::int as passages, sum(length)::int as tokens from passages where tenant_id = $1",
    );
    const [statistics] = await rowsOf(
      who,
      `select passages, tokens::int as tokens, next_no as next,
        (select sum(value::int)::int from jsonb_each_text(languages)) as told from passage_statistics where tenant_id = $1`,
    );
    expect(statistics).toEqual({ ...sums, next: 2, told: 2 });
    expect((await traces(who)).fields).toEqual(["gram", "name", "text"]);
    const unposted = `select t from passages p, unnest(p.terms) t where p.tenant_id = $1
      and not exists (select from postings o where o.tenant_id = $1 and o.field = 'text' and o.term = t)`;
    expect(await rowsOf(who, unposted)).toEqual([]);
  });

  test("only what changed gets new numbers", async () => {
    const who = await freshWorkspace();
    const texts = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
    await converse(who, thread(texts));
    await refresh(who);
    const before = await numbers(who);
    await converse(who, thread(texts.map((text) => (text === "beta" ? "BETA two" : text))));
    // Its neighbours are read with it: the one before and the two after.
    expect(await refresh(who)).toMatchObject({ made: 4 });
    const after = await numbers(who);
    expect([after.epsilon, after.zeta]).toEqual([before.epsilon, before.zeta]);
    expect(after["BETA two"]).toBeGreaterThanOrEqual(texts.length);
    expect((await traces(who)).statistics).toMatchObject({ passages: 6 });
    expect(await refresh(who)).toMatchObject({ made: 0, removed: 0 });
  });

  test("what is queued again without a change is left as it is", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha", "beta"]));
    await refresh(who);
    const before = await passages(who);
    await write(who, "update interactions set user_id = 'x' where tenant_id = $1");
    expect(await queue(who)).toEqual([]);
    await write(
      who,
      "insert into passage_queue (tenant_id, kind, id) select tenant_id, 'conversation', id from conversations where tenant_id = $1",
    );
    expect(await refresh(who)).toMatchObject({ made: 0, removed: 0, pending: 0 });
    expect(await passages(who)).toEqual(before);
  });

  test("a message that was emptied is no longer found", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha", "beta"]));
    await refresh(who);
    await write(who, "update interactions set content = null where tenant_id = $1 and content = 'beta'");
    expect(await refresh(who)).toMatchObject({ made: 1 });
    expect((await passages(who)).map(({ text }) => text)).toEqual(["alpha"]);
  });

  test.each([
    { what: "a contact is renamed", sql: "update contacts set first_name = 'Grace' where tenant_id = $1" },
    {
      what: "a conversation's subject changes",
      sql: "update conversations set subject = 'Renewal' where tenant_id = $1",
    },
  ])("when $what, its passages say so", async ({ sql }) => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha"]));
    await refresh(who);
    await write(who, sql);
    expect(await refresh(who)).toMatchObject({ made: 1, removed: 1, pending: 0 });
  });

  test("an interaction that moves into a conversation takes its passage with it", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha"]));
    const row = "id,contact,date,type,notes\n1,ada@example.org,2024-02-01,meeting,gamma\n";
    await importInteractions(db(), who, textSource("i.csv", row));
    await refresh(who);
    await write(
      who,
      `update interactions set conversation_id = (select id from conversations where tenant_id = $1) where tenant_id = $1`,
    );
    await refresh(who);
    const rows = await rowsOf(
      who,
      "select text, kind, conversation_id is not null as moved from passages where tenant_id = $1 order by text",
    );
    expect(rows).toEqual([
      { text: "alpha", kind: "message", moved: true },
      { text: "gamma", kind: "message", moved: true },
    ]);
  });

  test.each([
    ["interactions", "delete from interactions where tenant_id = $1"],
    ["a conversation", "delete from conversations where tenant_id = $1"],
    ["a contact", "delete from contacts where tenant_id = $1"],
  ])("deleting %s forgets passages, postings and names at once", async (_what, sql) => {
    const [who, other] = [await freshWorkspace(), await freshWorkspace()];
    for (const each of [who, other]) {
      await converse(each, thread(["alpha beta", "gamma"]));
      await refresh(each);
    }
    const untouched = await traces(other);
    await write(who, sql);
    expect(await passages(who)).toEqual([]);
    expect(await traces(who)).toEqual(nothing);
    expect(await traces(other)).toEqual(untouched);
    expect(await refresh(who)).toMatchObject({ made: 0, pending: 0 });
  });

  test("deleting one message leaves the others' words", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha beta", "alpha gamma"]));
    await refresh(who);
    await write(who, "delete from interactions where tenant_id = $1 and content = 'alpha gamma'");
    await refresh(who);
    expect((await passages(who)).map(({ text }) => text)).toEqual(["alpha beta"]);
    const terms = await rowsOf(
      who,
      "select term from postings where tenant_id = $1 and field = 'text' and term like 'gam%'",
    );
    expect(terms).toEqual([]);
  });

  test("articles come and go", async () => {
    const who = await freshWorkspace();
    const lines = ["a", "b"].map((id) => JSON.stringify({ id, title: "Returns", text: `Policy ${id}.` }));
    await importArticles(db(), who, textSource("a.jsonl", lines.join("\n")));
    expect(await refresh(who)).toMatchObject({ made: 2 });
    await db().withTenant(who.tenant.id, (tx) => deleteArticles(tx, who, ["a"]));
    expect((await passages(who)).map(({ text }) => text)).toEqual(["Policy b."]);
    await db().withTenant(who.tenant.id, (tx) => deleteArticles(tx, who, ["b"]));
    expect(await traces(who)).toEqual(nothing);
  });

  test("a conversation with too many passages for one batch is completed by the next", async () => {
    const who = await freshWorkspace();
    const most = batchLimits[db().kind].messages;
    const messages = Array.from({ length: most + 50 }, (_, n) => ({
      id: n,
      at: 1_700_000_000 + n,
      text: `beta ${n % 7}`,
    }));
    await converse(who, thread([], { messages }));
    expect(await refresh(who, { atMost: 1 })).toMatchObject({ made: most, pending: 1 });
    expect(await refresh(who)).toMatchObject({ made: 50, removed: 0, pending: 0 });
  });

  test.each([
    ["emoji", "Great 😀👩‍👩‍👧 thanks"],
    ["right to left", "نريد معرفة السعر שלום"],
    ["a quote", `'"\\{},$1 NULL`],
    ["1 MB", "We talked about the budget of next year. ".repeat(25_000)],
    ["1 MB in one word", Array.from({ length: 100_000 }, (_, n) => (n * 2654435761).toString(36)).join("")],
  ])("indexes %s and forgets it", async (_name, text) => {
    const who = await freshWorkspace();
    await converse(who, thread([text], { subject: text.slice(0, 5_000) }));
    expect(await refresh(who)).toMatchObject({ pending: 0 });
    const rows = await passages(who);
    expect(rows[0]?.text).toBe(text.trim().slice(0, rows[0]?.text.length));
    await write(who, "delete from interactions where tenant_id = $1");
    expect(await traces(who)).toEqual(nothing);
  });

  test("a name of any length can be indexed", async () => {
    const who = await freshWorkspace();
    const name = Array.from({ length: 1_500 }, (_, n) => (n * 2654435761).toString(36)).join("");
    await converse(who, thread(["alpha"]));
    await write(who, `update contacts set company = '${name}' where tenant_id = $1`);
    expect(await refresh(who)).toMatchObject({ made: 1, pending: 0 });
    expect((await traces(who)).names).toContain(name.slice(0, 100));
  });

  test("names outside the basic plane are told apart", async () => {
    const who = await freshWorkspace();
    const companies = ["𠮷野家", "𡈽野家", `a${"𠮷".repeat(120)}`];
    for (const [n, company] of companies.entries()) {
      const contact = `c${n}@example.org`;
      await converse(who, thread(["alpha"], { id: `c${n}`, contact }));
      await write(
        who,
        `update contacts set company = '${company}' where tenant_id = $1 and email = '${contact}'`,
      );
    }
    expect(await refresh(who)).toMatchObject({ made: 3, pending: 0 });
    expect((await traces(who)).names).toEqual(expect.arrayContaining(companies.slice(0, 2)));
  });
});

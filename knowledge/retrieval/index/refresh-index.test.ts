import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { deleteArticles } from "../../conversations/save-articles.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { importArticles } from "../../import/import-articles.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { importConversations } from "../../import/import-conversations.ts";
import { importInteractions } from "../../import/import-interactions.ts";
import { textSource } from "../../import/source.ts";
import { rowsOf } from "../../import/test-import.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { type IndexOptions, type IndexProgress, refreshIndex } from "./refresh-index.ts";

const spaces: Spaces = {
  embedPending: async () => ({ embedded: 0, pending: 0 }),
  search: async () => ({ embedder: null, matches: [] }),
  removeGone: async () => {},
};
const db = testDatabase;
const refresh = (who: Principal, options?: IndexOptions) => refreshIndex({ db: db(), spaces }, who, options);
const thread = (texts: (string | null)[], more: object = {}) => ({
  id: "c1",
  contact: "ada@example.org",
  channel: "email",
  messages: texts.map((text, n) => ({ id: n, at: `2024-01-01T10:${10 + n}:00Z`, direction: "in", text })),
  ...more,
});
const converse = (who: Principal, ...threads: object[]) =>
  importConversations(
    db(),
    who,
    textSource("t.jsonl", threads.map((each) => JSON.stringify(each)).join("\n")),
  );
const write = (who: Principal, sql: string) =>
  db().withTenant(who.tenant.id, (tx) => tx.query(sql, [who.tenant.id]));
const passages = (who: Principal) =>
  rowsOf<{ no: number; text: string }>(who, "select no, text from passages where tenant_id = $1 order by no");
const numbers = async (who: Principal) =>
  Object.fromEntries((await passages(who)).map(({ no, text }) => [text, no]));
const queue = (who: Principal) => rowsOf(who, "select kind from passage_queue where tenant_id = $1");
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
    expect(await refresh(who)).toMatchObject({ made: 4, removed: 4 });
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
    expect(await refresh(who)).toMatchObject({ made: 1, removed: 2 });
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

  test("what changes while it is indexed stays in the queue", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha"]));
    // As another process would between reading and finishing: the queue is written when the statistics are.
    const meddling = {
      ...db(),
      withTenant: ((id, work, options) =>
        db().withTenant(
          id,
          (tx) =>
            work({
              query: async (sql, values) => {
                if (sql.includes("delete from passage_queue"))
                  await tx.query(
                    "update passage_queue set queued_at = clock_timestamp() where tenant_id = $1",
                    [id],
                  );
                return tx.query(sql, values);
              },
            }),
          options,
        )) as ReturnType<typeof db>["withTenant"],
    };
    expect(await refreshIndex({ db: meddling, spaces }, who, { atMost: 1 })).toMatchObject({
      made: 1,
      pending: 1,
    });
    expect(await refresh(who)).toMatchObject({ made: 0, pending: 0 });
  });

  test("two at once make every passage once", async () => {
    const who = await freshWorkspace();
    const threads = Array.from({ length: 30 }, (_, n) => thread([`alpha ${n}`, "beta"], { id: `c${n}` }));
    await converse(who, ...threads);
    const done = await Promise.all([refresh(who), refresh(who), refresh(who, { atMost: 3 })]);
    expect(done.reduce((sum, { made }) => sum + made, 0)).toBe(60);
    expect((await passages(who)).map(({ no }) => no)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  test("does at most as much as it is told, and stops between batches", async () => {
    const who = await freshWorkspace();
    const threads = Array.from({ length: 203 }, (_, n) => thread(["beta"], { id: `c${n}` }));
    await converse(who, ...threads);
    const told: IndexProgress[] = [];
    const stop = new AbortController();
    const onProgress = (progress: IndexProgress) => {
      told.push(progress);
      stop.abort();
    };
    await expect(refresh(who, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: "CANCELLED",
    });
    expect(told).toEqual([{ phase: "passages", done: 200, total: 203 }]);
    expect(await refresh(who, { atMost: 2 })).toMatchObject({ made: 2, pending: 1 });
    expect(await refresh(who)).toMatchObject({ made: 1, pending: 0 });
  });

  test("a conversation with too many passages for one batch is completed by the next", async () => {
    const who = await freshWorkspace();
    const messages = Array.from({ length: 2_050 }, (_, n) => ({
      id: n,
      at: 1_700_000_000 + n,
      text: `beta ${n % 7}`,
    }));
    await converse(who, thread([], { messages }));
    expect(await refresh(who, { atMost: 1 })).toMatchObject({ made: 2_000, pending: 1 });
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
    await importContacts(db(), who, textSource("l.csv", `email,company\nada@example.org,${name}\n`));
    await converse(who, thread(["alpha"]));
    expect(await refresh(who)).toMatchObject({ made: 1, pending: 0 });
  });
});

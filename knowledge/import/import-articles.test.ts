import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { deleteArticles } from "../conversations/save-articles.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { type ArticleImportOptions, importArticles } from "./import-articles.ts";
import { textSource } from "./source.ts";
import { counts, rowsOf } from "./test-import.ts";

const article = (id: unknown, text: unknown = "Thirty days.", more: object = {}) => ({
  id,
  title: "Returns",
  text,
  ...more,
});
const importing = (who: Principal, lines: unknown[], options?: ArticleImportOptions) => {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  return importArticles(testDatabase(), who, textSource("articles.jsonl", text), options);
};
const stored = (who: Principal) =>
  rowsOf(
    who,
    "select external_id as id, title, text, metadata from articles where tenant_id = $1 order by 1",
  );
const queued = (who: Principal) =>
  rowsOf(who, "select q.id from passage_queue q where q.tenant_id = $1 and q.kind = 'article'");

describe("importArticles", () => {
  test("stores articles, and again only what changed", async () => {
    const who = await freshWorkspace();
    const lines = [article("a"), article(7, "שלום 😀", { title: null, metadata: { tags: ["x"] } })];
    expect(await importing(who, lines)).toMatchObject({
      kind: "articles",
      imported: 2,
      skipped: 0,
      mapping: [],
    });
    expect(await stored(who)).toEqual([
      { id: "7", title: null, text: "שלום 😀", metadata: { tags: ["x"] } },
      { id: "a", title: "Returns", text: "Thirty days.", metadata: {} },
    ]);
    expect(await queued(who)).toHaveLength(2);
    await testDatabase().withTenant(who.tenant.id, (tx) =>
      tx.query("delete from passage_queue where tenant_id = $1", [who.tenant.id]),
    );
    expect(counts(await importing(who, [article("a", "Sixty days."), lines[1]]))).toEqual([0, 1, 1, 0]);
    expect(await queued(who)).toHaveLength(1);
  });

  test("reports lines that cannot be used and goes on", async () => {
    const who = await freshWorkspace();
    const summary = await importing(who, [
      "{nope",
      article("a"),
      article("b", " \0 "),
      article("c", "x".repeat(1024 * 1024 + 1)),
      article("  "),
      '"text"',
      article("d", "x".repeat(1024 * 1024)),
      article("e", "a\0b"),
    ]);
    expect(counts(summary)).toEqual([3, 0, 0, 5]);
    expect(summary.errors.map(({ line, reason }) => [line, reason])).toEqual([
      [1, expect.stringContaining("no JSON")],
      [3, expect.stringContaining("text: is blank")],
      [4, expect.stringContaining("text: is longer than 1 MB")],
      [5, expect.stringContaining("id: is blank")],
      [6, expect.stringContaining("The line")],
    ]);
    expect((await stored(who)).at(-1)).toMatchObject({ id: "e", text: "ab" });
  });

  test("an id that stands twice is reported, unless both lines say the same", async () => {
    const who = await freshWorkspace();
    const summary = await importing(who, [article("a"), article("a", "Other."), article("b"), article("b")]);
    expect(counts(summary)).toEqual([2, 0, 1, 1]);
    expect(summary.errors[0]).toMatchObject({
      line: 2,
      reason: expect.stringContaining("already in line 1"),
    });
  });

  test("a dry run stores nothing; a prefix keeps two files apart", async () => {
    const who = await freshWorkspace();
    expect(counts(await importing(who, [article("a")], { dryRun: true }))).toEqual([1, 0, 0, 0]);
    expect(await stored(who)).toEqual([]);
    await importing(who, [article("a")]);
    expect(counts(await importing(who, [article("a")], { idPrefix: "x:" }))).toEqual([1, 0, 0, 0]);
  });

  test("articles are deleted by their external ids, in their own workspace only", async () => {
    const [who, other] = [await freshWorkspace(), await freshWorkspace()];
    for (const each of [who, other]) await importing(each, [article("a"), article("b")]);
    const remove = (ids: string[]) =>
      testDatabase().withTenant(who.tenant.id, (tx) => deleteArticles(tx, who, ids));
    expect(await remove(["a", "unknown"])).toBe(1);
    expect(await stored(who)).toHaveLength(1);
    expect(await stored(other)).toHaveLength(2);
  });
});

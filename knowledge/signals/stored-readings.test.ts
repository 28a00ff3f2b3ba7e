import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importConversations } from "../import/import-conversations.ts";
import { textSource } from "../import/source.ts";
import { rowsOf } from "../import/test-import.ts";
import { refreshIndex } from "../retrieval/index/refresh-index.ts";
import { spaces } from "../retrieval/index/test-refresh.ts";
import { objectionSeries } from "./objection-series.ts";
import { topics } from "./topics.ts";

const db = testDatabase();
let us: Principal;
let other: Principal;
const period = { from: new Date("2025-03-01T00:00:00Z"), to: new Date("2025-05-01T00:00:00Z") };
const asOf = new Date("2025-06-01T00:00:00Z");

/** Twelve contacts who each wrote once a month from January to April, and what else is given. */
const monthly = (month: number, contact: number) =>
  [
    `We look at the offer of the ${["garden", "kitchen", "window"][contact % 3]} again.`,
    ...(month === 3 && contact < 6 ? ["Does it meet the GDPR rules on data residency?"] : []),
    ...(month === 4 && contact < 4 ? ["It is too expensive for us."] : []),
    ...(month === 4 && contact === 5 ? ["We decided to go with another provider."] : []),
  ].join(" ");

async function fill(who: Principal): Promise<void> {
  const names = Array.from(
    { length: 12 },
    (_, n) => `L${n},Gertrud,Avalon${n},l${n}@example.org,${n < 3 ? "rep" : "sam"}`,
  );
  await importContacts(
    db,
    who,
    textSource("leads.csv", `id,first_name,last_name,email,assigned_to\n${names.join("\n")}\n`),
  );
  const line = (contact: number) => ({
    id: `v${contact}`,
    contact: `L${contact}`,
    channel: "email",
    messages: [1, 2, 3, 4].flatMap((month) => [
      {
        at: `2025-0${month}-1${contact % 9}T10:00:00Z`,
        direction: "in",
        text: monthly(month, contact),
        from: "Gertrud Avalon",
      },
      {
        at: `2025-0${month}-1${contact % 9}T11:00:00Z`,
        direction: "out",
        text: "Is it too expensive for you? GDPR is met.",
      },
    ]),
  });
  const lines = Array.from({ length: 12 }, (_, n) => JSON.stringify(line(n)));
  await importConversations(db, who, textSource("threads.jsonl", lines.join("\n")));
}

beforeAll(async () => {
  [us, other] = [await freshWorkspace(), await freshWorkspace()];
  await fill(us);
  await refreshIndex({ db, spaces }, us);
  await fill(other);
});

const query = (who: Principal) => ({
  tenantId: who.tenant.id,
  period,
  asOf,
  grain: "month" as const,
  timeZone: "UTC",
});
const objections = (more: object = {}, who = us) =>
  db.readTenant(who.tenant.id, (tx) => objectionSeries(tx, { ...query(who), ...more }));

describe("objectionSeries", () => {
  test("counts contacts' messages that raise one, with their ids", async () => {
    const { series, messages, kinds, looked } = await objections();
    expect(series.points).toEqual([
      { at: "2025-03-01", value: 0, n: 12, hits: 0 },
      { at: "2025-04-01", value: 5 / 12, n: 12, hits: 5 },
    ]);
    expect(kinds.map(({ kind, messages: n }) => [kind, n])).toEqual([
      ["costly", 4],
      ["refusal", 1],
    ]);
    expect(looked).toEqual({ messages: 24, share: 1, pending: 0 });
    const said = await rowsOf<{ content: string }>(
      us,
      `select content from interactions where tenant_id = $1 and id in ('${messages["2025-04-01"]?.join("','")}')`,
    );
    expect(said).toHaveLength(5);
    expect(said.every(({ content }) => /expensive|another provider/.test(content))).toBe(true);
  });

  test.each<[string, object, (number | null)[]]>([
    ["one kind", { kinds: ["refusal"] }, [0, 1]],
    ["a rep's own contacts", { assignedTo: "rep" }, [0, 3]],
    ["a segment", { segment: [{ dimension: "assigned_to", value: "sam" }] }, [0, 2]],
    ["a channel that nobody used", { segment: [{ dimension: "channel", value: "CHAT" }] }, [0, 0]],
    ["what has passed by a moment", { asOf: new Date("2025-04-15T00:00:00Z") }, [0]],
  ])("of %s", async (_, more, hits) => {
    expect((await objections(more)).series.points.map((point) => point.hits)).toEqual(hits);
  });

  test("finds the same through the index where not all can be read", async () => {
    const { series, looked } = await objections({ kinds: ["refusal"], mostRead: 20 });
    expect(looked.share).toBe(1);
    expect(series.points.map(({ n, hits }) => [n, hits])).toEqual([
      [12, 0],
      [12, 1],
    ]);
  });

  test("looks at an even sample where that is still too much, the same each time", async () => {
    const all = (await objections()).messages["2025-04-01"] ?? [];
    const sampled = await objections({ mostRead: 6 });
    expect(sampled.looked.share).toBeLessThan(0.6);
    expect(sampled.series.points.every(({ n }) => n > 0 && n < 12)).toBe(true);
    expect(all).toEqual(expect.arrayContaining(sampled.messages["2025-04-01"] ?? []));
    expect(await objections({ mostRead: 6 })).toEqual(sampled);
  });

  test("says what is not searchable yet, and has no rate of nothing", async () => {
    const { series, looked } = await objections({}, other);
    expect(looked).toEqual({ messages: 0, share: 1, pending: 12 });
    expect(series.points.map(({ value }) => value)).toEqual([null, null]);
  });
});

describe("topics", () => {
  const found = (more: object = {}) =>
    db.readTenant(us.tenant.id, (tx) => topics(tx, { ...query(us), ...more }));

  test("are what contacts write of and did not before, with buckets and messages", async () => {
    const { topics: list, note } = await found();
    expect(note).toBeNull();
    expect(list).toEqual([]);
    // Six of 24 against none are no more than two standard errors: little text tells little.
  });

  test("leave out what was said before, names and what we write", async () => {
    await db.withTenant(us.tenant.id, async (tx) => {
      // The same messages many times over, by as many contacts as before.
      await tx.query(
        `insert into passages (tenant_id, no, kind, interaction_id, conversation_id, contact_id, part, speaker, direction, channel, text, language,
            terms, names, length, content_hash, occurred_at)
          select tenant_id, 10000 * k + no, kind, interaction_id, conversation_id, contact_id, part, speaker, direction, channel, text, language,
            terms, names, length, content_hash, occurred_at from passages, generate_series(1, 20) k where tenant_id = $1`,
        [us.tenant.id],
      );
    });
    const { topics: list, looked } = await found();
    const terms = list.map(({ term }) => term);
    expect(terms).toContain("gdpr rules");
    expect(terms).toContain("data residency");
    for (const term of ["gertrud", "avalon", "garden", "offer", "gdpr", "met"])
      expect(terms).not.toContain(term);
    const gdpr = list.find(({ term }) => term === "gdpr rules");
    expect(gdpr).toMatchObject({
      messages: 126,
      before: 0,
      points: [
        { at: "2025-03-01", n: 126 },
        { at: "2025-04-01", n: 0 },
      ],
    });
    expect(gdpr?.messageIds).toHaveLength(20);
    expect(looked).toMatchObject({ messages: 504, share: 1, before: 504, beforeShare: 1 });
  });

  test("say what is missing", async () => {
    const early = { from: new Date("2024-01-01T00:00:00Z"), to: new Date("2024-03-01T00:00:00Z") };
    expect((await found({ period: early })).note).toContain("too few to tell topics");
    const future = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-03-01T00:00:00Z") };
    expect((await found({ period: future })).note).toContain("no whole bucket");
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { PassageFilter } from "#core/domain/passage.ts";
import type { Principal } from "#core/principal.ts";
import { recordOutcome } from "../crm/outcomes.ts";
import { saveOutcomes } from "../crm/save-outcomes.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { passagesWithin } from "./passage-filter.ts";

const [ada, ben, cleo] = [randomUUID(), randomUUID(), randomUUID()];
const [adas, bens] = [randomUUID(), randomUUID()];
const day = (n: number) => new Date(Date.UTC(2025, 0, n));
let us: Principal;

/** Number, kind, contact, conversation, channel, day: 0–1 Ada's, 2–3 Ben's, 4 Cleo's, 5 an article. */
const passages = [
  [0, "message", ada, adas, "EMAIL", 1],
  [1, "call", ada, null, "PHONE", 2],
  [2, "message", ben, bens, "EMAIL", 3],
  [3, "note", ben, null, null, 4],
  [4, "message", cleo, null, "CHAT", 5],
  [5, "article", null, null, null, 6],
] as const;

const within = (filter?: PassageFilter) =>
  testDatabase().readTenant(us.tenant.id, (tx) => passagesWithin(tx, us, filter));

beforeAll(async () => {
  us = await freshWorkspace();
  const tenant = us.tenant.id;
  await testDatabase().withTenant(tenant, async (tx) => {
    await tx.query(
      `insert into contacts (tenant_id, id, external_id, company, assigned_to)
        values ($1, $2, 'a', 'Acme', 'rep-a'), ($1, $3, 'b', 'ACME', 'rep-b'), ($1, $4, 'c', 'Mills', 'rep-a')`,
      [tenant, ada, ben, cleo],
    );
    await tx.query(
      "insert into conversations (tenant_id, id, contact_id) values ($1, $2, $3), ($1, $4, $5)",
      [tenant, adas, ada, bens, ben],
    );
    for (const [no, kind, contact, conversation, channel, on] of passages) {
      await tx.query(
        `insert into passages (tenant_id, no, kind, contact_id, conversation_id, channel, part, text, language, terms, names,
            length, content_hash, occurred_at) values ($1, $2, $3, $4, $5, $6, 0, '', 'english', '{}', '{}', 0, '', $7)`,
        [tenant, no, kind, contact, conversation, channel, day(on).toISOString()],
      );
    }
    // Ada's was lost, then won; Ben's was won, then withdrawn; Cleo's never ended.
    for (const [contactId, result] of [
      [ada, "lost"],
      [ada, "won"],
      [ben, "won"],
    ] as const) {
      const idempotencyKey = randomUUID();
      await recordOutcome(tx, us, { contactId, result, at: day(1), source: "t", note: null, idempotencyKey });
    }
    await saveOutcomes(
      tx,
      us,
      [{ contactId: ben, result: null, at: null, after: 3, status: undefined }],
      "t",
    );
  });
});

describe("lets through", () => {
  test.each<[string, PassageFilter | undefined, number[] | undefined]>([
    ["all, without a filter", undefined, undefined],
    ["all, when nothing is asked for", { company: undefined }, undefined],
    ["a contact's", { contactIds: [ada] }, [0, 1]],
    ["nobody's", { contactIds: [] }, []],
    ["an unknown contact's", { contactIds: [randomUUID()] }, []],
    ["conversations'", { conversationIds: [adas, bens] }, [0, 2]],
    ["a company's, without case and articles", { company: "aCmE" }, [0, 1, 2, 3]],
    ["channels'", { channels: ["EMAIL", "CHAT"] }, [0, 2, 4]],
    ["kinds'", { kinds: ["article", "call"] }, [1, 5]],
    ["those from a moment on", { from: day(4) }, [3, 4, 5]],
    ["those before a moment", { to: day(4) }, [0, 1, 2]],
    ["those between two", { from: day(2), to: day(3) }, [1]],
    ["the won, by the last word", { outcome: "won" }, [0, 1]],
    ["the lost, by the last word", { outcome: "lost" }, []],
    ["the open, withdrawn ones too, without articles", { outcome: "open" }, [2, 3, 4]],
    ["somebody's own, with articles", { assignedTo: "rep-a" }, [0, 1, 4, 5]],
    ["articles to whom nobody is assigned", { assignedTo: "nobody" }, [5]],
    ["somebody's own of a company, without articles", { assignedTo: "rep-a", company: "acme" }, [0, 1]],
    ["nothing of a contact who is not theirs", { assignedTo: "rep-a", contactIds: [ben] }, []],
    ["somebody's own open ones", { assignedTo: "rep-b", outcome: "open" }, [2, 3]],
    ["their own by kind", { assignedTo: "rep-a", kinds: ["article", "message"] }, [0, 4, 5]],
    [
      "what meets all conditions",
      { company: "acme", outcome: "open", channels: ["EMAIL"], kinds: ["message"], from: day(1), to: day(9) },
      [2],
    ],
  ])("%s", async (_what, filter, numbers) => {
    expect(await within(filter)).toEqual(numbers);
  });
});

test("follows a contact who is handed to somebody else", async () => {
  const hand = (to: string) =>
    testDatabase().withTenant(us.tenant.id, (tx) =>
      tx.query("update contacts set assigned_to = $3 where tenant_id = $1 and id = $2", [
        us.tenant.id,
        cleo,
        to,
      ]),
    );
  await hand("rep-b");
  expect(await within({ assignedTo: "rep-a" })).toEqual([0, 1, 5]);
  expect(await within({ assignedTo: "rep-b" })).toEqual([2, 3, 4, 5]);
  await hand("rep-a");
});

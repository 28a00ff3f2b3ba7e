import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importConversations } from "../import/import-conversations.ts";
import { textSource } from "../import/source.ts";
import { rowsOf } from "../import/test-import.ts";
import { recordOutcome } from "./outcomes.ts";

type Tell = (who: Principal, result: "won" | "lost", at: string) => Promise<unknown>;

const byCsv: Tell = (who, result, at) =>
  importContacts(testDatabase(), who, textSource("c.csv", `id,y,closed\nL1,${result},${at}\n`), {
    id: "id",
    outcome: "y",
    won: "won",
    lost: "lost",
    outcomeDate: "closed",
  });
const byJson: Tell = (who, result, at) => {
  const messages = [{ at: "2024-01-02", text: "Hi" }];
  const line = { id: "c1", contact: "L1", messages, outcome: { result, at } };
  return importConversations(testDatabase(), who, textSource("c.jsonl", JSON.stringify(line)));
};
const byHand: Tell = (who, result, at) =>
  testDatabase().withTenant(who.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>("select id from contacts where tenant_id = $1", [
      who.tenant.id,
    ]);
    const key = `${result} ${at}`;
    await recordOutcome(tx, who, {
      contactId: rows[0]?.id ?? "",
      result,
      at: new Date(at),
      source: "user:ada",
      note: null,
      idempotencyKey: key,
    });
  });

const statusOf = (who: Principal) => rowsOf(who, "select status from contacts where tenant_id = $1");
const statusRows = (who: Principal) =>
  rowsOf(
    who,
    `select changes, valid_from as from from contact_history
      where tenant_id = $1 and changes ? 'status' order by valid_from, seq offset 1`,
  );

test.each([
  ["a table", byCsv],
  ["conversations", byJson],
  ["a person", byHand],
] as const)(
  "a lead that %s tells to be won is a customer until it is told to be lost",
  async (_who, tell) => {
    const who = await freshWorkspace();
    await importContacts(testDatabase(), who, textSource("c.csv", "id\nL1\n"));
    await tell(who, "won", "2024-03-01T00:00:00.000Z");
    expect(await statusOf(who)).toEqual([{ status: "CUSTOMER" }]);
    await tell(who, "lost", "2024-05-01T00:00:00.000Z");
    expect(await statusOf(who)).toEqual([{ status: "LEAD" }]);
    expect(await statusRows(who)).toEqual([
      { changes: { status: "CUSTOMER" }, from: new Date("2024-03-01") },
      { changes: { status: "LEAD" }, from: new Date("2024-05-01") },
    ]);
  },
);

test("a mentioned contact is a customer since it was won, not since its first mention", async () => {
  const who = await freshWorkspace();
  const line = { id: "c1", contact: "L1", messages: [{ at: "2024-01-02", text: "Hi" }] };
  await importConversations(testDatabase(), who, textSource("c.jsonl", JSON.stringify(line)));
  await byCsv(who, "won", "2024-03-01");
  expect(await statusRows(who)).toEqual([{ changes: { status: "CUSTOMER" }, from: new Date("2024-03-01") }]);
});

test("an outcome of an earlier day does not hide behind the status that stands", async () => {
  const who = await freshWorkspace();
  await byCsv(who, "won", "2024-06-01");
  await byCsv(who, "lost", "2024-03-01");
  expect(await statusOf(who)).toEqual([{ status: "LEAD" }]);
  expect((await statusRows(who)).at(-1)).toEqual({
    changes: { status: "LEAD" },
    from: new Date("2024-06-01"),
  });
});

test("a blank outcome leaves a person's customer alone", async () => {
  const who = await freshWorkspace();
  await importContacts(testDatabase(), who, textSource("c.csv", "id\nL1\n"));
  await byHand(who, "won", "2024-03-01");
  const options = { id: "id", outcome: "y", won: "won", lost: "lost" };
  await importContacts(testDatabase(), who, textSource("c.csv", "id,y\nL1,\n"), options);
  expect(await statusOf(who)).toEqual([{ status: "CUSTOMER" }]);
});

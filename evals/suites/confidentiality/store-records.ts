import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { importInteractions } from "#knowledge/import/import-interactions.ts";
import { textSource } from "#knowledge/import/source.ts";

/** Contacts, talks, notes and articles as they are imported. */
export interface MadeRecords {
  /** Fields by name; "id" among them. */
  contacts: Record<string, string>[];
  talks: {
    id: string;
    contact: string;
    subject?: string | undefined;
    messages: { direction: "inbound" | "outbound"; at: string; text: string }[];
  }[];
  notes: { contact: string; text: string }[];
  articles: { id: string; title: string; text: string }[];
}

/** Imports records into a workspace as an operator would. */
export async function storeRecords(
  db: Database,
  principal: Principal,
  { contacts, talks, notes, articles }: MadeRecords,
): Promise<void> {
  if (contacts.length === 0) return;
  const columns = [...new Set(contacts.flatMap((contact) => Object.keys(contact)))];
  const table = [columns, ...contacts.map((contact) => columns.map((column) => contact[column] ?? ""))];
  await importContacts(db, principal, textSource("contacts.csv", csv(table)), {
    id: "id",
    outcome: "outcome",
  });
  await importConversations(
    db,
    principal,
    textSource("talks.jsonl", lines(talks.map((talk) => ({ ...talk, channel: "email" })))),
  );
  if (notes.length > 0) {
    const rows = notes.map(({ contact, text }, at) => [
      `note-${at}`,
      contact,
      "2026-08-20T10:00:00Z",
      "note",
      text,
    ]);
    await importInteractions(
      db,
      principal,
      textSource("notes.csv", csv([["id", "contact", "at", "type", "content"], ...rows])),
      { id: "id" },
    );
  }
  if (articles.length > 0) await importArticles(db, principal, textSource("articles.jsonl", lines(articles)));
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}

function lines(values: readonly object[]): string {
  return values.map((value) => JSON.stringify(value)).join("\n");
}

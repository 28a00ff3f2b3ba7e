import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { importInteractions } from "#knowledge/import/import-interactions.ts";
import { textSource } from "#knowledge/import/source.ts";

/** A made-up workspace's records: ids, names and words carry its mark, so that they can be told from another's. */
export interface MarkedRecords {
  contacts: { id: string; email: string; name: string; company: string }[];
  conversations: string[];
  messages: string[];
  /** Words that stand in this workspace's texts only. */
  secrets: string[];
}

const topics = [
  "the price of the loom",
  "delivery to Leeds",
  "the warranty",
  "training for weavers",
  "spare shuttles",
];

/** The records that `conversationsWorkspace` makes for a mark. */
export function markedRecords(mark: string, people = 10): MarkedRecords {
  const numbers = Array.from({ length: people }, (_, index) => index);
  return {
    contacts: numbers.map((n) => ({
      id: `${mark}-lead-${n}`,
      email: `lead${n}@${mark}.example`,
      name: `Ada ${surname(mark, n)}`,
      company: `Mills ${mark} ${n}`,
    })),
    conversations: numbers.map((n) => `${mark}-thread-${n}`),
    messages: numbers.flatMap((n) => [`${mark}-m-${n}-1`, `${mark}-m-${n}-2`]),
    secrets: [...numbers.map((n) => secret(mark, n)), `${mark}article`, `${mark}call`],
  };
}

/** A new workspace with a conversation, a call and an article or so for each contact, every workspace in the same words but for its mark. */
export async function conversationsWorkspace(mark: string, people = 10): Promise<Principal> {
  const db = testDatabase();
  const principal = await freshWorkspace();
  const { contacts } = markedRecords(mark, people);
  const rows = contacts.map(({ id, email, name, company }, n) => {
    const [first, last] = name.split(" ");
    return [id, email, first, last, company, n % 2 === 0 ? "rep-a" : "rep-b", n % 3 === 0 ? "won" : ""].join(
      ",",
    );
  });
  const table = ["id,email,first name,last name,company,assigned to,outcome", ...rows].join("\n");
  await importContacts(db, principal, textSource("contacts.csv", table), { id: "id", outcome: "outcome" });
  const threads = contacts.map(({ id }, n) => JSON.stringify(thread(mark, id, n))).join("\n");
  await importConversations(db, principal, textSource("threads.jsonl", threads));
  const calls = `contact,at,type,direction,content\n${contacts[0]?.id},2025-04-01T09:00:00Z,call,inbound,They rang about the ${mark}call and the price of the loom`;
  await importInteractions(db, principal, textSource("calls.csv", calls), {});
  const article = {
    id: `${mark}-faq`,
    title: "Warranty",
    text: `The warranty of the loom is two years, says the ${mark}article.`,
  };
  await importArticles(db, principal, textSource("articles.jsonl", JSON.stringify(article)));
  return principal;
}

function thread(mark: string, contact: string, n: number) {
  const topic = topics[n % topics.length];
  const day = String(1 + (n % 28)).padStart(2, "0");
  return {
    id: `${mark}-thread-${n}`,
    contact,
    channel: "email",
    subject: `About ${topic}`,
    messages: [
      {
        id: `${mark}-m-${n}-1`,
        direction: "inbound",
        at: `2025-03-${day}T09:00:00Z`,
        text: `What about ${topic}? Our project is called ${secret(mark, n)}.`,
      },
      {
        id: `${mark}-m-${n}-2`,
        direction: "outbound",
        at: `2025-03-${day}T11:00:00Z`,
        text: `We can settle ${topic} by Friday: it costs ${40 + n} euros.`,
      },
    ],
  };
}

function surname(mark: string, n: number): string {
  return `Quill${mark}${"abcdefghijklmnopqrstuvwxyz"[n % 26]}`;
}

function secret(mark: string, n: number): string {
  return `${mark}secret${"abcdefghijklmnopqrstuvwxyz"[n % 26]}`;
}

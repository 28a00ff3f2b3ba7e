import type { Answer, Intent } from "./client.ts";
import type { Writer } from "./writes.ts";

/** What a read showed that it should not have. */
export interface Leak {
  path: string;
  reader: string;
  what: string;
}

export interface Reader extends Writer {
  /** Every other workspace's mark. */
  foreignMarks: readonly string[];
  /** A record of another workspace. */
  foreignContact(): string | undefined;
  onLeak(leak: Leak): void;
}

type Read = (reader: Reader) => Intent | undefined;

/** Every read that clients do, with its weight. */
export const reads: readonly (readonly [number, Read])[] = [
  [4, ownContact],
  [2, foreignContact],
  [1, () => ({ method: "GET", path: "/contacts?limit=50" })],
  [1, () => ({ method: "GET", path: "/follow-ups?limit=50" })],
  [1, () => ({ method: "POST", path: "/search", body: { query: "warranty of the loom" } })],
  [
    0.3,
    () => ({ method: "POST", path: "/ask", body: { question: "How long is the warranty of the loom?" } }),
  ],
  [1, scoreLead],
  [0.3, () => ({ method: "GET", path: "/leads?limit=20" })],
];

/** Reads once, at any server, and tells of everything in the answer that belongs to another workspace. */
export async function readOnce(reader: Reader, server: string, read: Read): Promise<void> {
  const intent = read(reader);
  if (!intent) return;
  const answer = await reader.client.once(server, intent).catch(() => undefined);
  if (answer) lookForLeaks(reader, intent, answer);
}

function lookForLeaks(
  { tenant, foreignMarks, foreignContact, onLeak }: Reader,
  { path }: Intent,
  answer: Answer,
): void {
  const leak = (what: string) => onLeak({ path, reader: tenant.mark, what });
  const shown = foreignMarks.find((mark) => answer.text.includes(mark));
  if (shown) leak(`names ${shown}: ${answer.text.slice(0, 300)}`);
  const foreign = foreignContact();
  if (foreign && path.includes(foreign) && answer.status === 200)
    leak("another workspace's contact was found");
}

function ownContact({ own, random }: Reader): Intent | undefined {
  const contact = own[Math.floor(random() * own.length)];
  return contact && { method: "GET", path: `/contacts/${contact.id}` };
}

function foreignContact({ foreignContact }: Reader): Intent | undefined {
  const id = foreignContact();
  return id === undefined ? undefined : { method: "GET", path: `/contacts/${id}` };
}

function scoreLead({ own, random }: Reader): Intent | undefined {
  const contact = own[Math.floor(random() * own.length)];
  return contact && { method: "POST", path: "/ai/lead-scoring", body: { contactId: contact.id } };
}

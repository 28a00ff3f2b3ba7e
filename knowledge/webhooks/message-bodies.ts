/** What a message says: what happened, when, and to which records; never what somebody wrote. */
export interface MessageBody {
  type: string;
  /** ISO 8601. */
  timestamp: string;
  data: { records: Record<string, unknown>[] };
}

export interface ToldEvent {
  type: string;
  subjects: readonly string[];
  data: unknown;
  createdAt: Date;
}

/** Records in one message. */
export const recordsPerMessage = 500;

/** Fields of an event's data that may leave: ids, numbers and words of ours. What else stands there may be a customer's text. */
const told = ["id", "from", "to", "kind", "status", "role", "user", "budget"];
const longest = 200;

/** The messages of an event: one for every 500 records. Data that is a list describes the records, data that is an object all of them. */
export function messageBodies({ type, subjects, data, createdAt }: ToldEvent): MessageBody[] {
  const records = Array.isArray(data) ? data.map(allowed) : describe(subjects, data);
  const timestamp = createdAt.toISOString();
  const count = Math.max(1, Math.ceil(records.length / recordsPerMessage));
  return Array.from({ length: count }, (_, part) => {
    const from = part * recordsPerMessage;
    return { type, timestamp, data: { records: records.slice(from, from + recordsPerMessage) } };
  });
}

function describe(subjects: readonly string[], data: unknown): Record<string, unknown>[] {
  const shared = allowed(data);
  if (subjects.length > 0) return subjects.map((id) => ({ ...shared, id }));
  return Object.keys(shared).length > 0 ? [shared] : [];
}

function allowed(data: unknown): Record<string, unknown> {
  if (data === null || typeof data !== "object") return {};
  const entries = Object.entries(data).filter(([name, value]) => told.includes(name) && isPlain(value));
  return Object.fromEntries(entries);
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string") return value.length <= longest;
  return value === null || typeof value === "number" || typeof value === "boolean";
}

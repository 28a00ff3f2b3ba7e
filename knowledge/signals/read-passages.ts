import type { Transaction } from "../db/database.ts";
import { stableHash } from "../scoring/stable-hash.ts";

/** A message as it is read from its first passage. */
export interface PassageText {
  no: number;
  messageId: string;
  contactId: string | null;
  speaker: string | null;
  /** Names of people and companies that it belongs to, folded. */
  names: string[];
  text: string;
}

/** Characters of a passage that are read. */
const charactersRead = 2_000;

/** Reads passages by their numbers in one statement; those that are gone are absent. */
export async function readPassages(
  tx: Transaction,
  tenantId: string,
  nos: readonly number[],
): Promise<Map<number, PassageText>> {
  if (nos.length === 0) return new Map();
  const { rows } = await tx.query<{
    no: number;
    interaction_id: string;
    contact_id: string | null;
    speaker: string | null;
    names: string;
    text: string;
  }>(
    // Names as one text: an array costs more to parse than the rest of the row.
    `select no, interaction_id, contact_id, speaker, array_to_string(names, ' ') as names, left(text, ${charactersRead}) as text
       from passages where tenant_id = $1 and no = any($2::int[]) order by no`,
    [tenantId, nos],
  );
  return new Map(
    rows.map((row) => [
      row.no,
      {
        no: row.no,
        messageId: row.interaction_id,
        contactId: row.contact_id,
        speaker: row.speaker,
        names: row.names.split(" "),
        text: row.text,
      },
    ]),
  );
}

/**
 * Says of each number whether it is in a sample with this share, the same each time: a smaller share's sample is part of a
 * larger one's, and no bucket is favoured.
 */
export function isSampled(no: number, share: number): boolean {
  return share >= 1 || stableHash(String(no)) < share * 2 ** 32;
}

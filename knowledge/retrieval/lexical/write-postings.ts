import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { bucketOf, packEntry } from "./entry.ts";

/** Which documents a posting list names: passages by their words or names, names by their trigrams. */
export type PostingField = "text" | "name" | "gram";

/** A document to be found by its terms. */
export interface IndexedDocument {
  no: number;
  terms: ReadonlyMap<string, number>;
  /** Tokens in all. */
  length: number;
}

interface Row {
  term: string;
  bucket: number;
  entries: number[];
}

const rowsAtOnce = 5_000;

/** Appends new documents to the postings. Their numbers must be larger than all that the field has, so that lists stay ascending. */
export async function writePostings(
  tx: Transaction,
  principal: Principal,
  field: PostingField,
  documents: readonly IndexedDocument[],
): Promise<void> {
  const rows = makeRows(documents);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await tx.query(
      `insert into postings (tenant_id, field, term, bucket, entries)
       select $1, $2, term, bucket, entries::int4[] from unnest($3::text[], $4::int4[], $5::text[]) as t(term, bucket, entries)
       on conflict (tenant_id, field, term, bucket) do update set entries = postings.entries || excluded.entries`,
      [
        principal.tenant.id,
        field,
        some.map(({ term }) => term),
        some.map(({ bucket }) => bucket),
        some.map(({ entries }) => `{${entries.join(",")}}`),
      ],
    );
  }
}

/** Ordered by bucket and term, as those who delete go: two writers then wait for each other instead of locking each other out. */
function makeRows(documents: readonly IndexedDocument[]): Row[] {
  const buckets = new Map<number, Map<string, number[]>>();
  for (const { no, terms, length } of [...documents].sort((a, b) => a.no - b.no)) {
    const bucket = bucketOf(no);
    const ofBucket = buckets.get(bucket) ?? new Map<string, number[]>();
    buckets.set(bucket, ofBucket);
    for (const [term, count] of terms) {
      const entry = packEntry({ no, count, length });
      const entries = ofBucket.get(term);
      if (entries) entries.push(entry);
      else ofBucket.set(term, [entry]);
    }
  }
  return [...buckets].flatMap(([bucket, ofBucket]) =>
    [...ofBucket.keys()].sort().map((term) => ({ term, bucket, entries: ofBucket.get(term) ?? [] })),
  );
}

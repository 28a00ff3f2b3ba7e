import type { FieldType } from "#core/domain/contact.ts";
import type { BadRow } from "./csv-records.ts";

export type ImportKind = "contacts" | "companies" | "interactions" | "conversations" | "articles" | "email";

/** What becomes of one column. */
export interface ColumnMapping {
  column: string;
  /** A known field, `custom.<name>`, `metadata.<name>`, "outcome", "outcomeDate" or "ignored". */
  field: string;
  type: FieldType;
  /** Up to three of its values. */
  examples: string[];
  note?: string;
}

export interface ImportCounts {
  imported: number;
  updated: number;
  unchanged: number;
  /** Rows left out because something is wrong with them. */
  skipped: number;
  /** Contacts made because a conversation or an interaction named them. */
  contactsCreated: number;
}

/** What an import did, or, of a dry run, would do. */
export interface ImportSummary extends ImportCounts {
  kind: ImportKind;
  file: string;
  dryRun: boolean;
  /** The first 100 bad rows; `onError` is given all of them. */
  errors: BadRow[];
  errorCount: number;
  warnings: string[];
  mapping: ColumnMapping[];
  seconds: number;
  encoding: string;
  /** Of CSV only. */
  delimiter?: string;
}

export interface ImportProgress {
  /** "reading" while the columns are typed, "importing" while rows are stored. */
  phase: "reading" | "importing";
  rows: number;
  bytes: number;
  totalBytes: number | undefined;
}

/** What every import may be told. */
export interface ImportOptions {
  /** As iconv names it; detected when absent. */
  encoding?: string;
  /** Reads and compares, but stores nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Is given every bad row as it is met. */
  onError?: (bad: BadRow) => void;
  /** Is told what becomes of each column before a row is stored. */
  onMapping?: (mapping: readonly ColumnMapping[]) => void;
  signal?: AbortSignal;
}

const shownErrors = 100;

/** Counts what happens to rows, and keeps the first bad ones. */
export function newTally(onError?: (bad: BadRow) => void) {
  const counts: ImportCounts = { imported: 0, updated: 0, unchanged: 0, skipped: 0, contactsCreated: 0 };
  const errors: BadRow[] = [];
  return {
    counts,
    errors,
    bad(row: BadRow): void {
      counts.skipped++;
      if (errors.length < shownErrors) errors.push(row);
      onError?.(row);
    },
    add(done: Partial<ImportCounts>): void {
      counts.imported += done.imported ?? 0;
      counts.updated += done.updated ?? 0;
      counts.unchanged += done.unchanged ?? 0;
      counts.contactsCreated += done.contactsCreated ?? 0;
    },
  };
}
export type Tally = ReturnType<typeof newTally>;

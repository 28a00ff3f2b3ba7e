import type { Totals } from "./checksum.ts";
import type { Row, Table } from "./tables.ts";

/** What a backup says of itself before its rows. */
export interface Manifest {
  rapport: "backup";
  /** Of the backup; a newer one is refused. */
  format: number;
  /** ISO 8601: when it was begun. All in it is as it was then. */
  madeAt: string;
  /** The migrations that the database had, in order. */
  migrations: { tag: string; hash: string }[];
  workspaces: { id: string; name: string }[];
  /** In the order in which they can be loaded. */
  tables: Table[];
  /** Indexes over vectors, which workspaces have of their own. */
  vectorIndexes: string[];
}

/** A piece of a backup: the manifest, then rows, then what all of them sum up to. */
export type Part =
  | { kind: "manifest"; manifest: Manifest }
  | { kind: "rows"; table: string; tenantId: string; rows: Row[] }
  | { kind: "end"; totals: Totals };

/** Raised when what is written can no longer be read by the code before. */
export const formatVersion = 1;

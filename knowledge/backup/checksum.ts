import { hash } from "node:crypto";
import type { Row } from "./tables.ts";

/** How many rows a table has, and what they are. */
export interface Total {
  rows: number;
  /** The sum of the rows' SHA-256, modulo 2^256, hex: the order of rows does not count, which differs between servers. */
  checksum: string;
}

export type Totals = Record<string, Total>;

/** Sums up rows as they pass. */
export function startTally(): { add(table: string, rows: readonly Row[]): void; totals(): Totals } {
  const sums = new Map<string, { rows: number; sum: bigint }>();
  return {
    add: (table, rows) => {
      const total = sums.get(table) ?? { rows: 0, sum: 0n };
      for (const row of rows) total.sum += BigInt(`0x${hash("sha256", JSON.stringify(row))}`);
      total.rows += rows.length;
      sums.set(table, total);
    },
    totals: () =>
      Object.fromEntries(
        [...sums]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([table, { rows, sum }]) => [
            table,
            { rows, checksum: BigInt.asUintN(256, sum).toString(16) },
          ]),
      ),
  };
}

/** The tables in which two sums differ. */
export function differing(one: Totals, other: Totals): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter(
    (name) =>
      (one[name]?.rows ?? 0) !== (other[name]?.rows ?? 0) || one[name]?.checksum !== other[name]?.checksum,
  );
}

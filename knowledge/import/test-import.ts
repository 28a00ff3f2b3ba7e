import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../db/test-database.ts";
import type { ImportSummary } from "./import-summary.ts";

/** For tests: the four counts of a summary, in order. */
export function counts({ imported, updated, unchanged, skipped }: ImportSummary): number[] {
  return [imported, updated, unchanged, skipped];
}

/** For tests: the rows of a query in a workspace; $1 is its tenant id. */
export async function rowsOf<Row extends object = Record<string, unknown>>(
  principal: Principal,
  sql: string,
): Promise<Row[]> {
  return testDatabase().withTenant(
    principal.tenant.id,
    async (tx) => (await tx.query<Row>(sql, [principal.tenant.id])).rows,
  );
}

/** For tests: the fields of an import's mapping by column. */
export function fieldsOf({ mapping }: ImportSummary): Record<string, string> {
  return Object.fromEntries(mapping.map(({ column, field }) => [column, field]));
}

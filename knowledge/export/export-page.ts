import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { changePage } from "./change-page.ts";
import {
  type ExportCursor,
  type ExportPosition,
  readExportCursor,
  startAgain,
  toExportCursor,
} from "./export-cursor.ts";
import { type ExportKind, type ExportRecord, exportKinds } from "./export-record.ts";
import { passPage } from "./full-pass.ts";

export interface ExportQuery {
  /** Where the page before ended; absent: everything, and then what changes. */
  cursor?: string | undefined;
  /** Default: all. */
  types?: readonly ExportKind[] | undefined;
  /** 1–1,000 records at most; there may be fewer though more follow. */
  limit: number;
}

export interface ExportPage {
  records: ExportRecord[];
  nextCursor: string;
  /** False: this is all until now; ask again later with nextCursor. */
  hasMore: boolean;
}

/** Where the database stands: which one it is, and which transactions have ended. */
interface Standing {
  db: string;
  /** The oldest transaction that still runs, or the next one. */
  horizon: string;
  now: Date;
  /** Whether the cursor speaks of a transaction that this database has not seen yet. */
  isAhead: boolean;
}

/**
 * One page of an export: first every record, kind by kind in the order of ids, then the records of the events since that began, as they
 * stand now. A record may come twice and none is left out.
 * @throws AppError FORBIDDEN, VALIDATION_FAILED for a cursor that nothing can follow any more
 */
export async function exportPage(
  tx: Transaction,
  principal: Principal,
  { cursor, types, limit }: ExportQuery,
): Promise<ExportPage> {
  ensureWhole(principal);
  const standing = await readStanding(tx);
  let { position, at, ...rest } = cursor
    ? await resume(tx, { principal, standing, cursor, types })
    : begin(principal, standing, types ?? exportKinds);
  const records: ExportRecord[] = [];
  while (position.phase === "all" && records.length < limit) {
    const page = await passPage(tx, principal, {
      types: rest.types,
      position,
      limit: limit - records.length,
    });
    records.push(...page.records);
    position = page.position;
  }
  let hasMore = true;
  if (position.phase === "changes" && records.length === 0) {
    const { horizon, now } = standing;
    const page = await changePage(tx, principal, { types: rest.types, position, horizon, limit });
    records.push(...page.records);
    position = page.position;
    at = (page.at ?? now).toISOString();
    hasMore = !page.isEnd;
  }
  return { records, nextCursor: toExportCursor({ ...rest, at, position }), hasMore };
}

/** An export is of the whole workspace: whoever may see only their own records would not know what they were not given. */
function ensureWhole(principal: Principal): void {
  if (authorize(principal, "export:read") === "all") return;
  throw new AppError(
    "FORBIDDEN",
    `${principal.user} may read only their own records, and an export holds all. Ask an administrator of ${principal.tenant.name}.`,
  );
}

async function readStanding(tx: Transaction): Promise<Omit<Standing, "isAhead">> {
  const { rows } = await tx.query<Omit<Standing, "isAhead">>(
    `SELECT md5(system_identifier || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())) AS db,
        pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, now() AS now FROM pg_control_system()`,
  );
  const [standing] = rows;
  if (standing) return standing;
  throw new AppError("INTERNAL", "The database does not tell which one it is.");
}

function begin(
  { tenant }: Principal,
  { db, horizon, now }: Omit<Standing, "isAhead">,
  types: readonly ExportKind[],
): ExportCursor {
  const kind = exportKinds.find((each) => types.includes(each)) ?? "contact";
  const position: ExportPosition = { phase: "all", kind, after: null, tx: horizon };
  return { db, tenant: tenant.id, types: [...types], at: now.toISOString(), position };
}

interface Resumed {
  principal: Principal;
  standing: Omit<Standing, "isAhead">;
  cursor: string;
  types: readonly ExportKind[] | undefined;
}

async function resume(
  tx: Transaction,
  { principal, standing: { db, now }, cursor, types }: Resumed,
): Promise<ExportCursor> {
  const read = readExportCursor(cursor, { db, tenant: principal.tenant.id, types, now });
  const { rows } = await tx.query<Pick<Standing, "isAhead">>(
    `SELECT $1::xid8 > pg_snapshot_xmax(pg_current_snapshot()) AS "isAhead"`,
    [read.position.tx],
  );
  if (rows[0]?.isAhead) throw startAgain("is ahead of this database, which was restored since");
  return read;
}

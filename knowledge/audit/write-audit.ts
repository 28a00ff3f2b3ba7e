import { log } from "#core/log.ts";
import type { Database } from "../db/database.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** Days that entries are kept. */
export const auditDays = 365;

const longest = 200;
/** Every so many entries those that are too old go. */
const sweepEvery = 500;

export interface AuditWriter {
  /** Resolves when the entry is written; never rejects: what cannot be written goes to the log as an error, whole. */
  write(entry: AuditEntry): Promise<void>;
  /** Resolves when all that was begun is written or given up. */
  settled(): Promise<void>;
}

/** Opens the audit log for writing. Entries are only ever added, and deleted when they are a year old. */
export function auditWriter(db: Database): AuditWriter {
  const pending = new Set<Promise<void>>();
  let written = 0;
  const store = async (entry: AuditEntry) => {
    const { principal, action, target, outcome, address, requestId, details = {} } = entry;
    const { tenant, user, kind = "local" } = principal;
    const texts = [user, kind, action, target, outcome, address, requestId].map((text) =>
      text === undefined ? null : onOneLine(text),
    );
    try {
      await db.withTenant(tenant.id, async (tx) => {
        await tx.query(
          `insert into audit_log (tenant_id, actor, actor_kind, action, target, outcome, from_address, request_id, details)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [tenant.id, ...texts, JSON.stringify(details)],
        );
        if (written++ % sweepEvery === 0) {
          await tx.query(
            `delete from audit_log where tenant_id = $1 and at < now() - make_interval(days => $2)`,
            [tenant.id, auditDays],
          );
        }
      });
    } catch (error) {
      log.error({ err: error, audit: { ...entry, principal: { tenant: tenant.id, user } } }, "not audited");
    }
  };
  return {
    write: (entry) => {
      const writing: Promise<void> = store(entry).finally(() => pending.delete(writing));
      pending.add(writing);
      return writing;
    },
    settled: async () => {
      await Promise.all(pending);
    },
  };
}

/** Nothing that a caller names may look like another entry where the log is read line by line. */
function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .slice(0, longest)
    .toWellFormed();
}

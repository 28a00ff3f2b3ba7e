import { authorize } from "#core/access.ts";
import type { Principal } from "#core/principal.ts";
import type { AuditQuery } from "#knowledge/audit/read-audit.ts";
import type { Database } from "#knowledge/db/database.ts";

/** What operators see and set of limits and of what is used; code is loaded when it is called. */
export function limitOperations(db: Database) {
  const settings = () => import("#knowledge/limits/limit-settings.ts");
  return {
    readAudit: async (principal: Principal, query: AuditQuery) => {
      authorize(principal, "audit:read");
      const { readAudit } = await import("#knowledge/audit/read-audit.ts");
      return db.readTenant(principal.tenant.id, (tx) => readAudit(tx, principal, query));
    },
    modelUsage: async (principal: Principal, since: Date) => {
      const { modelUsage } = await import("#knowledge/limits/model-usage.ts");
      return db.readTenant(principal.tenant.id, (tx) => modelUsage(tx, principal, since));
    },
    /** The limits, and what was used of the day's model budget. */
    limits: async ({ tenant }: Principal) => {
      const { loadLimits } = await settings();
      const { spentToday } = await import("#knowledge/limits/model-budget.ts");
      return db.readTenant(tenant.id, async (tx) => ({
        limits: await loadLimits(tx, tenant.id),
        today: await spentToday(tx, tenant.id),
      }));
    },
    /** @throws AppError FORBIDDEN, VALIDATION_FAILED */
    changeLimits: async (principal: Principal, change: Record<string, unknown>) => {
      const { changeLimits } = await settings();
      return db.withTenant(principal.tenant.id, (tx) => changeLimits(tx, principal, change), {
        idempotent: true,
      });
    },
  };
}

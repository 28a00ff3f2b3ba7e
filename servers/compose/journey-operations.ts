import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";

/** What operators do with the stages that journeys are read by; code is loaded when it is called. */
export function journeyOperations(db: Database) {
  const stored = () => import("#knowledge/journeys/stored-stages.ts");
  const write = <T>(principal: Principal, work: (tx: Transaction) => Promise<T>) =>
    db.withTenant(principal.tenant.id, work, { idempotent: true });
  const showStages = async (principal: Principal) => {
    const { loadStages } = await stored();
    return db.readTenant(principal.tenant.id, (tx) => loadStages(tx, principal));
  };
  return {
    showStages,
    /** @throws AppError VALIDATION_FAILED naming what is wrong with the stages. */
    setStages: async (principal: Principal, value: unknown) => {
      const { parseStages } = await import("#knowledge/journeys/stage-rules.ts");
      const stages = parseStages(value);
      const { saveStages } = await stored();
      await write(principal, (tx) => saveStages(tx, principal, stages));
      return showStages(principal);
    },
    resetStages: async (principal: Principal) => {
      const { resetStages } = await stored();
      await write(principal, (tx) => resetStages(tx, principal));
      return showStages(principal);
    },
    /** How the workspace's contacts move through its stages. */
    journeyFunnel: async (principal: Principal, asOf: Date) => {
      const { loadFunnel } = await import("#knowledge/journeys/funnel.ts");
      return db.readTenant(principal.tenant.id, (tx) => loadFunnel(tx, principal, { asOf }));
    },
    listActivityLabels: async (principal: Principal) => {
      const { activityLabels } = await import("#knowledge/journeys/activity-labels.ts");
      return db.readTenant(principal.tenant.id, (tx) => activityLabels(tx, principal));
    },
  };
}

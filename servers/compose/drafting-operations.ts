import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";
import type { OutboxQuery } from "#knowledge/drafting/outbox/outbox-row.ts";
import type { RuleToSet } from "#knowledge/drafting/rules/edit-rules.ts";
import type { SettingsChange } from "#knowledge/drafting/settings/stored-settings.ts";

/** What operators do with the outbox, the rules and the settings of drafting; code is loaded when it is called. */
export function draftingOperations(db: Database) {
  const rules = () => import("#knowledge/drafting/rules/edit-rules.ts");
  const settings = () => import("#knowledge/drafting/settings/stored-settings.ts");
  const read = <T>({ tenant }: Principal, work: (tx: Transaction) => Promise<T>) =>
    db.readTenant(tenant.id, work);
  const write = <T>({ tenant }: Principal, work: (tx: Transaction) => Promise<T>) =>
    db.withTenant(tenant.id, work, { idempotent: true });
  return {
    listOutbox: async (principal: Principal, query: OutboxQuery = {}) => {
      const { listOutbox } = await import("#knowledge/drafting/outbox/outbox-row.ts");
      return read(principal, (tx) => listOutbox(tx, principal, query));
    },
    /** Hands the replies that are due over as .eml files in a folder. */
    exportOutbox: async (
      principal: Principal,
      { folder, again, signal }: { folder: string; again: boolean; signal: AbortSignal },
    ) => {
      const { handOn } = await import("#knowledge/drafting/outbox/hand-on.ts");
      const { folderTransport } = await import("#knowledge/drafting/outbox/folder-transport.ts");
      return handOn(db, principal, folderTransport(folder), { now: new Date(), again, signal });
    },
    listDraftingRules: async (principal: Principal, options: { forgotten?: boolean } = {}) => {
      const { listRules } = await rules();
      return read(principal, (tx) => listRules(tx, principal, options));
    },
    /** @throws AppError VALIDATION_FAILED for a value that the kind cannot have, FORBIDDEN */
    setDraftingRule: async (principal: Principal, rule: RuleToSet) => {
      const { setRule } = await rules();
      return write(principal, (tx) => setRule(tx, principal, rule));
    },
    /** @throws AppError NOT_FOUND, FORBIDDEN */
    confirmDraftingRule: async (principal: Principal, id: string) => {
      const { confirmRule } = await rules();
      return write(principal, (tx) => confirmRule(tx, principal, id));
    },
    /** @throws AppError NOT_FOUND, FORBIDDEN */
    forgetDraftingRule: async (principal: Principal, id: string) => {
      const { forgetRule } = await rules();
      return write(principal, (tx) => forgetRule(tx, principal, id));
    },
    draftingSettings: async (principal: Principal) => {
      const { loadSettings } = await settings();
      return read(principal, (tx) => loadSettings(tx, principal));
    },
    /** @throws AppError VALIDATION_FAILED naming the setting that is wrong, FORBIDDEN */
    changeDraftingSettings: async (principal: Principal, change: SettingsChange) => {
      const { changeSettings } = await settings();
      return write(principal, (tx) => changeSettings(tx, principal, change));
    },
  };
}

import type { Database } from "#knowledge/db/database.ts";

/**
 * What operators do from the command line, as functions over one database. Each loads its code when it is called, so
 * that a server that never imports a file does not pay for the CSV reader.
 */
export function operations(db: Database) {
  return {
    fileSource: async (path: string) => (await import("#knowledge/import/source.ts")).fileSource(path),
    importContacts: async (
      ...args: Rest<typeof import("#knowledge/import/import-contacts.ts").importContacts>
    ) => (await import("#knowledge/import/import-contacts.ts")).importContacts(db, ...args),
    importCompanies: async (
      ...args: Rest<typeof import("#knowledge/import/import-companies.ts").importCompanies>
    ) => (await import("#knowledge/import/import-companies.ts")).importCompanies(db, ...args),
    importInteractions: async (
      ...args: Rest<typeof import("#knowledge/import/import-interactions.ts").importInteractions>
    ) => (await import("#knowledge/import/import-interactions.ts")).importInteractions(db, ...args),
    importConversations: async (
      ...args: Rest<typeof import("#knowledge/import/import-conversations.ts").importConversations>
    ) => (await import("#knowledge/import/import-conversations.ts")).importConversations(db, ...args),
    importSample: async (...args: Rest<typeof import("#knowledge/sample/import-sample.ts").importSample>) =>
      (await import("#knowledge/sample/import-sample.ts")).importSample(db, ...args),
    train: async (
      ...args: Rest<typeof import("#knowledge/scoring/training/train-workspace.ts").trainWorkspace>
    ) => (await import("#knowledge/scoring/training/train-workspace.ts")).trainWorkspace(db, ...args),
    scoreAll: async (
      ...args: Rest<typeof import("#knowledge/scoring/stored-scores/score-all.ts").scoreAll>
    ) => (await import("#knowledge/scoring/stored-scores/score-all.ts")).scoreAll(db, ...args),
    status: async (...args: Rest<typeof import("#knowledge/workspace-status.ts").workspaceStatus>) =>
      (await import("#knowledge/workspace-status.ts")).workspaceStatus(db, ...args),
  };
}

/** A function's parameters after its database. */
type Rest<F> = F extends (db: Database, ...args: infer Args) => unknown ? Args : never;

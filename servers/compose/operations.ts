import type { Principal } from "#core/principal.ts";
import type { ContactReference } from "#knowledge/crm/find-contact.ts";
import type { Database } from "#knowledge/db/database.ts";
import { draftingOperations } from "./drafting-operations.ts";
import { identityOperations } from "./identity-operations.ts";
import { jobOperations } from "./job-operations.ts";
import { journeyOperations } from "./journey-operations.ts";
import { limitOperations } from "./limit-operations.ts";
import { privacyOperations } from "./privacy-operations.ts";
import type { Retrieval } from "./retrieval.ts";

/**
 * What operators do from the command line, as functions over one database. Each loads its code when it is called, so
 * that a server that never imports a file does not pay for the CSV reader.
 */
export function operations(db: Database, { index }: Pick<Retrieval, "index">) {
  return {
    index,
    ...identityOperations(db),
    ...journeyOperations(db),
    ...draftingOperations(db),
    ...limitOperations(db),
    ...jobOperations(db),
    ...privacyOperations(db),
    indexStatus: async (...args: Rest<typeof import("#knowledge/retrieval/index-status.ts").indexStatus>) =>
      (await import("#knowledge/retrieval/index-status.ts")).indexStatus(db, ...args),
    /** The values of a JSON Lines file, in batches, with the lines that are none. */
    jsonLines: async function* (path: string) {
      const { fileSource } = await import("#knowledge/import/source.ts");
      const { jsonLines } = await import("#knowledge/import/json-lines.ts");
      yield* jsonLines(await fileSource(path));
    },
    /** @throws AppError NOT_FOUND, AMBIGUOUS */
    contactId: async (principal: Principal, reference: ContactReference) => {
      const { findContact } = await import("#knowledge/crm/find-contact.ts");
      return db.readTenant(
        principal.tenant.id,
        async (tx) => (await findContact(tx, principal, reference)).id,
      );
    },
    /** @param id ours, or the one that the conversation was imported with. @throws AppError NOT_FOUND */
    conversationId: async (principal: Principal, id: string) => {
      const { findConversation } = await import("#knowledge/conversations/conversation-header.ts");
      return db.readTenant(
        principal.tenant.id,
        async (tx) => (await findConversation(tx, principal, { conversationId: id })).id,
      );
    },
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
    importArticles: async (
      ...args: Rest<typeof import("#knowledge/import/import-articles.ts").importArticles>
    ) => (await import("#knowledge/import/import-articles.ts")).importArticles(db, ...args),
    mailFiles: async (paths: readonly string[]) =>
      (await import("#knowledge/email/mail-files.ts")).mailFiles(paths),
    importEmail: async (...args: Rest<typeof import("#knowledge/import/import-email.ts").importEmail>) =>
      (await import("#knowledge/import/import-email.ts")).importEmail(db, ...args),
    importSample: async (...args: Rest<typeof import("#knowledge/sample/import-sample.ts").importSample>) =>
      (await import("#knowledge/sample/import-sample.ts")).importSample(db, ...args),
    train: async (
      ...args: Rest<typeof import("#knowledge/scoring/training/train-workspace.ts").trainWorkspace>
    ) => (await import("#knowledge/scoring/training/train-workspace.ts")).trainWorkspace(db, ...args),
    trainIfDue: async (
      ...args: Rest<typeof import("#knowledge/scoring/lifecycle/train-if-due.ts").trainIfDue>
    ) => (await import("#knowledge/scoring/lifecycle/train-if-due.ts")).trainIfDue(db, ...args),
    listModels: async (principal: Principal) => {
      const { listModels } = await import("#knowledge/scoring/lifecycle/model-store.ts");
      return db.readTenant(principal.tenant.id, (tx) => listModels(tx, principal));
    },
    describeModel: async (
      ...args: Rest<typeof import("#knowledge/scoring/lifecycle/describe-model.ts").describeModel>
    ) => (await import("#knowledge/scoring/lifecycle/describe-model.ts")).describeModel(db, ...args),
    publishVersion: async (...args: Rest<PublishVersion["publishVersion"]>) =>
      (await import("#knowledge/scoring/lifecycle/publish-version.ts")).publishVersion(db, ...args),
    rollBack: async (...args: Rest<PublishVersion["rollBack"]>) =>
      (await import("#knowledge/scoring/lifecycle/publish-version.ts")).rollBack(db, ...args),
    shadowVersion: async (...args: Rest<PublishVersion["shadowVersion"]>) =>
      (await import("#knowledge/scoring/lifecycle/publish-version.ts")).shadowVersion(db, ...args),
    scoreAll: async (
      ...args: Rest<typeof import("#knowledge/scoring/stored-scores/score-all.ts").scoreAll>
    ) => (await import("#knowledge/scoring/stored-scores/score-all.ts")).scoreAll(db, ...args),
    traceContact: async (
      ...args: Rest<typeof import("#knowledge/scoring/explain/trace-contact.ts").traceContact>
    ) => (await import("#knowledge/scoring/explain/trace-contact.ts")).traceContact(db, ...args),
    status: async (...args: Rest<typeof import("#knowledge/workspace-status.ts").workspaceStatus>) =>
      (await import("#knowledge/workspace-status.ts")).workspaceStatus(db, ...args),
  };
}

type PublishVersion = typeof import("#knowledge/scoring/lifecycle/publish-version.ts");

/** A function's parameters after its database. */
type Rest<F> = F extends (db: Database, ...args: infer Args) => unknown ? Args : never;

import { conversationsAgent } from "#agents/conversations/agent.ts";
import { leadScoringAgent } from "#agents/lead-scoring/agent.ts";
import { type Config, forbidTracing, loadConfig } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Principal } from "#core/principal.ts";
import { ensureWorkspace, findWorkspace, listWorkspaces } from "#knowledge/crm/workspaces.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import type { VectorStore } from "#knowledge/vectors/vector-store.ts";
import { openModels } from "#models/registry.ts";
import { localWords, modelWords } from "#models/words.ts";
import { combineVotes } from "#tools/combine-votes.ts";
import { findComparableLeads } from "#tools/find-comparable-leads.ts";
import { findLeads } from "#tools/find-leads.ts";
import { findScope } from "#tools/find-scope.ts";
import { getContact } from "#tools/get-contact.ts";
import { getConversation } from "#tools/get-conversation.ts";
import { getLead } from "#tools/get-lead.ts";
import { predictScore } from "#tools/predict-score.ts";
import { recordOutcome } from "#tools/record-outcome.ts";
import { recordVotes } from "#tools/record-votes.ts";
import { searchConversations } from "#tools/search-conversations.ts";
import { suggestImprovements } from "#tools/suggest-improvements.ts";
import { traceScore } from "#tools/trace-score.ts";
import { conversationsServer } from "../mcp/conversations.ts";
import { leadScoringServer } from "../mcp/lead-scoring.ts";
import type { McpServerDefinition } from "../mcp/server-definition.ts";
import { localPrincipal } from "../workspace-principal.ts";
import { operations } from "./operations.ts";
import { openRetrieval } from "./retrieval.ts";
import { openRetrieve } from "./retrieve.ts";
import { scoringReaders } from "./scoring-readers.ts";

export type Rapport = ReturnType<typeof compose>;

export interface Overrides {
  /** Scripted models in tests. */
  models?: readonly LanguageModel[];
  /** Instead of the configured embedder; null: words only. */
  embedder?: Embedder | null;
  /** Instead of the configured store of vectors. */
  store?: VectorStore;
}

/**
 * Builds the product from its configuration: the one place that knows every part. Nothing connects before it is used.
 * @throws AppError VALIDATION_FAILED for a configuration that cannot work, such as a model without its key.
 */
export function compose(config: Config = loadConfig(), overrides: Overrides = {}) {
  forbidTracing();
  const db = openDatabase(config);
  const models = overrides.models ?? openModels(config);
  const [writer] = models;
  const { search, index } = openRetrieval({ config, db, ...overrides });
  const knowledge = {
    getLead: getLead(db),
    predictScore: predictScore(db),
    combineVotes: combineVotes(db),
    recordVotes: recordVotes(db),
    suggestImprovements: suggestImprovements(db),
    findComparableLeads: findComparableLeads(db),
    traceScore: traceScore(db),
  };
  const agent = leadScoringAgent(async () => {
    const { buildLeadScoringGraph } = await import("#graphs/lead-scoring/graph.ts");
    const words = writer ? modelWords(writer) : localWords;
    return buildLeadScoringGraph({ tools: knowledge, models, words, modelTimeoutMs: config.modelTimeoutMs });
  });
  const scope = findScope(db);
  const { build, retrieve } = openRetrieve(search, writer);
  const tools = {
    ...agent,
    ...conversationsAgent(build, scope),
    searchConversations: searchConversations({ findScope: scope, search }),
    getConversation: getConversation(db),
    findLeads: findLeads(db),
    getContact: getContact(db),
    recordOutcome: recordOutcome(db),
  };
  const readers = scoringReaders(db);
  const servers: readonly McpServerDefinition[] = [
    leadScoringServer({ tools, readers }),
    conversationsServer({ tools }),
  ];
  const directory = { find: (name: string) => findWorkspace(db, name), list: () => listWorkspaces(db) };
  return {
    config,
    models,
    tools,
    readers,
    servers,
    operations: operations(db, { index }),
    search,
    retrieve,
    /** Who acts locally, in the named workspace or the only one. */
    principal: (workspace = config.workspace) => localPrincipal(directory, { workspace, user: config.user }),
    /** The same, making the workspace if it is new. */
    principalInNew: async (workspace: string, options?: { isSample: boolean }): Promise<Principal> => ({
      tenant: await ensureWorkspace(db, workspace, options),
      user: config.user,
      roles: ["ADMIN"],
    }),
    workspaces: directory.list,
    databaseKind: db.kind,
    pingDatabase: () => db.withSystem(async (tx) => void (await tx.query("select 1")), { idempotent: true }),
    close: () => db.close(),
  };
}

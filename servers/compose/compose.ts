import { conversationsAgent } from "#agents/conversations/agent.ts";
import { customerJourneyAgent } from "#agents/customer-journey/agent.ts";
import { insightsAgent } from "#agents/insights/agent.ts";
import { leadScoringAgent } from "#agents/lead-scoring/agent.ts";
import { type Config, forbidTracing, loadConfig } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Principal } from "#core/principal.ts";
import { refuseSuspended } from "#core/refuse-suspended.ts";
import { ensureWorkspace, findWorkspace, listWorkspaces } from "#knowledge/crm/workspaces.ts";
import { joinTransactions } from "#knowledge/db/join-transactions.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import type { VectorStore } from "#knowledge/vectors/vector-store.ts";
import { localWords, modelWords } from "#models/words.ts";
import { accountTools } from "#tools/account-tools.ts";
import { answerOnce } from "#tools/answer-once.ts";
import { combineVotes } from "#tools/combine-votes.ts";
import { compareJourney } from "#tools/compare-journey.ts";
import { contactTools } from "#tools/contact-tools.ts";
import { exchangeTools } from "#tools/exchange-tools.ts";
import { findComparableLeads } from "#tools/find-comparable-leads.ts";
import { findInsightRecords } from "#tools/find-insight-records.ts";
import { findLeads } from "#tools/find-leads.ts";
import { findPainPoints } from "#tools/find-pain-points.ts";
import { findScope } from "#tools/find-scope.ts";
import { getContact } from "#tools/get-contact.ts";
import { getConversation } from "#tools/get-conversation.ts";
import { getJourney } from "#tools/get-journey.ts";
import { getLead } from "#tools/get-lead.ts";
import { jobTools } from "#tools/job-tools.ts";
import { listOpportunities } from "#tools/list-opportunities.ts";
import { listTopics } from "#tools/list-topics.ts";
import { loadInsightData } from "#tools/load-insight-data.ts";
import { listForInsights } from "#tools/opportunity-insights.ts";
import { predictScore } from "#tools/predict-score.ts";
import { privacyTools } from "#tools/privacy-tools.ts";
import { recordOutcome } from "#tools/record-outcome.ts";
import { recordTools } from "#tools/record-tools.ts";
import { recordVotes } from "#tools/record-votes.ts";
import { repeatInsightRun } from "#tools/repeat-insight-run.ts";
import { saveInsightRun } from "#tools/save-insight-run.ts";
import { searchConversations } from "#tools/search-conversations.ts";
import { suggestImprovements } from "#tools/suggest-improvements.ts";
import { suggestNextAction } from "#tools/suggest-next-action.ts";
import { traceScore } from "#tools/trace-score.ts";
import { conversationsServer } from "../mcp/conversations.ts";
import { insightsServer } from "../mcp/insights.ts";
import { leadScoringServer } from "../mcp/lead-scoring.ts";
import type { McpServerDefinition } from "../mcp/server-definition.ts";
import { localPrincipal } from "../workspace-principal.ts";
import { openDrafting } from "./drafting.ts";
import { openExchange } from "./exchange.ts";
import { identityParts } from "./identity-operations.ts";
import { once } from "./once.ts";
import { operations } from "./operations.ts";
import { openRetrieval } from "./retrieval.ts";
import { openRetrieve } from "./retrieve.ts";
import { scoringReaders } from "./scoring-readers.ts";
import { openService } from "./service.ts";
import { tenantOperations } from "./tenant-operations.ts";
import { tracedDatabase } from "./traced-database.ts";

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
  const db = joinTransactions(tracedDatabase(openDatabase(config)));
  const { models, watchTools, service, settled } = openService({ config, db, models: overrides.models });
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
  const words = writer ? modelWords(writer) : localWords;
  const { modelTimeoutMs } = config;
  const scoringGraph = once(async () => {
    const { buildLeadScoringGraph } = await import("#graphs/lead-scoring/graph.ts");
    return buildLeadScoringGraph({ tools: knowledge, models, words, modelTimeoutMs });
  });
  const opportunities = listOpportunities(db);
  const listed = listForInsights(opportunities);
  const insightsGraph = once(async () => {
    const { buildInsightsGraph } = await import("#graphs/insights/graph.ts");
    const { localAnalyst } = await import("#knowledge/insights/local-analyst.ts");
    const { modelAnalyst } = await import("#models/model-analyst.ts");
    const granted = {
      loadInsightData: loadInsightData(db),
      saveInsightRun: saveInsightRun(db),
      findInsightRecords: findInsightRecords(db),
    };
    const analyst = writer ? modelAnalyst(writer, localAnalyst) : localAnalyst;
    return buildInsightsGraph({ tools: granted, listOpportunities: listed, analyst, modelTimeoutMs });
  });
  const journeyGraph = once(async () => {
    const { buildCustomerJourneyGraph } = await import("#graphs/customer-journey/graph.ts");
    const granted = {
      getJourney: getJourney(db),
      compareJourney: compareJourney(db),
      findPainPoints: findPainPoints(db),
      suggestNextAction: suggestNextAction(),
    };
    return buildCustomerJourneyGraph({ tools: granted, words, modelTimeoutMs });
  });
  const scope = findScope(db);
  const { build, retrieve } = openRetrieve(search, writer);
  const { getReady: getReadyToDraft, ...drafting } = openDrafting({ db, search, writer, modelTimeoutMs });
  const tools = watchTools({
    ...leadScoringAgent(scoringGraph),
    ...insightsAgent(insightsGraph, repeatInsightRun(db, listed)),
    ...customerJourneyAgent(journeyGraph),
    listOpportunities: opportunities,
    listTopics: listTopics(db),
    ...conversationsAgent(build, scope),
    ...drafting,
    searchConversations: searchConversations({ findScope: scope, search }),
    getConversation: getConversation(db),
    findLeads: findLeads(db),
    getContact: getContact(db),
    recordOutcome: recordOutcome(db),
  });
  const exchange = openExchange(config, db);
  const records = watchTools({
    ...contactTools(db),
    ...recordTools(db),
    ...jobTools(db),
    ...accountTools(db),
    ...exchangeTools(db, exchange.ports),
    ...privacyTools(db),
  });
  const api = { tools: { ...tools, ...records }, answerOnce: answerOnce(db) };
  const readers = scoringReaders(db);
  const servers: readonly McpServerDefinition[] = [
    leadScoringServer({ tools, readers }),
    conversationsServer({ tools }),
    insightsServer({ tools }),
  ];
  const directory = { find: (name: string) => findWorkspace(db, name), list: () => listWorkspaces(db) };
  return {
    config,
    models,
    tools,
    /** What the REST API is made of. */
    api,
    readers,
    servers,
    operations: {
      ...operations(db, { index }),
      ...tenantOperations(db, config.home),
      ...exchange.operations,
    },
    /** Takes webhooks of other systems. */
    inbox: exchange.inbox,
    search,
    retrieve,
    /** What tells who a credential is for. */
    ...identityParts(db),
    /** Who acts locally, in the named workspace or the only one. */
    principal: (workspace = config.workspace) => localPrincipal(directory, { workspace, user: config.user }),
    /** The same, making the workspace if it is new. */
    principalInNew: async (workspace: string, options?: { isSample: boolean }): Promise<Principal> => ({
      tenant: refuseSuspended(await ensureWorkspace(db, workspace, options)),
      user: config.user,
      roles: ["ADMIN"],
    }),
    workspaces: directory.list,
    /** By tool, what loads the code that its first call needs before it is asked for, without the database. */
    getReady: {
      score_lead: scoringGraph,
      generate_insights: insightsGraph,
      analyze_customer_journey: journeyGraph,
      ask_conversations: build,
      draft_response: getReadyToDraft,
    },
    /** What serving many needs: limits, health, what is told of requests. */
    service,
    databaseKind: db.kind,
    pingDatabase: () => db.withSystem(async (tx) => void (await tx.query("select 1")), { idempotent: true }),
    close: async () => {
      await settled();
      await db.close();
    },
  };
}

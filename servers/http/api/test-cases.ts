import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { newContact, type TestApi } from "./test-api.ts";

/** Ids of one workspace's records. */
export interface Records {
  contactId: string;
  spareContactId: string;
  followUpId: string;
  spareFollowUpId: string;
  conversationId: string;
  userId: string;
  spareUserId: string;
  keyId: string;
  jobId: string;
  spareJobId: string;
  endpointId: string;
  spareEndpointId: string;
  deliveryId: string;
  sourceId: string;
  spareSourceId: string;
}

/** A call of an operation that works; more than one path or body where it is used up. */
export interface Case {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** A file, sent as it is instead of `body`. */
  raw?: string;
}

/** One call for each operation, by its id. An operation without one fails the contract test. */
export function contractCases(own: Records): Record<string, Case | ((api: TestApi) => Promise<Case>)> {
  const contact = { params: { contactId: own.contactId } };
  return {
    listContacts: { query: { search: "Ada", limit: "5" } },
    createContact: { body: newContact({ customFields: { seats: 3 } }) },
    upsertContact: { params: { externalId: "contract-1" }, body: newContact() },
    getContact: { params: { id: own.contactId } },
    updateContact: { params: { id: own.contactId }, body: { position: "CTO" } },
    deleteContact: { params: { id: own.spareContactId } },
    exportPerson: { params: { id: own.contactId } },
    eraseContact: async (api) => {
      const { body } = await api.send({ method: "post", path: "/contacts", body: newContact() });
      return { params: { id: body.id } };
    },
    listContactInteractions: { ...contact, query: { type: "EMAIL" } },
    logInteraction: {
      body: { contactId: own.contactId, type: "PHONE_CALL", content: "They rang.", duration: 4 },
    },
    recordOutcome: { ...contact, body: { outcome: "won", note: "They signed." } },
    listFollowUps: { query: { contactId: own.contactId } },
    createFollowUp: { body: { contactId: own.contactId, dueAt: "2026-01-05T09:00:00Z", text: "Ring again" } },
    getFollowUp: { params: { id: own.followUpId } },
    updateFollowUp: { params: { id: own.followUpId }, body: { done: true } },
    deleteFollowUp: { params: { id: own.spareFollowUpId } },
    scoreLead: { body: { contactId: own.contactId, features: { seats: 50 } } },
    getScore: contact,
    listScores: contact,
    explainScore: contact,
    findLeads: { query: { limit: "3" } },
    listModels: {},
    generateInsights: { body: { metrics: ["new_leads"] } },
    getJourney: contact,
    listOpportunities: { query: { limit: "3" } },
    listTopics: {},
    listMetrics: {},
    listConversations: { query: { limit: "3" } },
    getConversation: { params: { conversationId: own.conversationId } },
    searchConversations: { body: { query: "warranty of the loom" } },
    askConversations: { body: { question: "How long is the warranty?" } },
    draftResponse: { body: { conversationId: own.conversationId } },
    startScoring: { body: { scope: "all" } },
    listJobs: { query: { kind: "score" } },
    getJob: { params: { id: own.jobId } },
    cancelJob: { params: { id: own.spareJobId } },
    startImport: { query: { kind: "contacts", id: "id" }, raw: "id,email\n1,ada@mills.example\n" },
    listImports: { query: { limit: "3" } },
    listWebhookEndpoints: {},
    createWebhookEndpoint: {
      body: { url: "https://hooks.invalid/rapport", eventTypes: ["contact.created"] },
    },
    getWebhookEndpoint: { params: { id: own.endpointId } },
    updateWebhookEndpoint: { params: { id: own.endpointId }, body: { eventTypes: [] } },
    deleteWebhookEndpoint: { params: { id: own.spareEndpointId } },
    renewWebhookEndpointSecret: { params: { id: own.endpointId } },
    testWebhookEndpoint: { params: { endpointId: own.endpointId } },
    listWebhookDeliveries: { params: { endpointId: own.endpointId }, query: { limit: "3" } },
    retryWebhookDelivery: { params: { endpointId: own.endpointId, deliveryId: own.deliveryId } },
    listWebhookSources: {},
    createWebhookSource: { body: { name: "made for the contract" } },
    getWebhookSource: { params: { id: own.sourceId } },
    updateWebhookSource: { params: { id: own.sourceId }, body: { disabled: true } },
    deleteWebhookSource: { params: { id: own.spareSourceId } },
    renewWebhookSourceSecret: { params: { id: own.sourceId } },
    exportRecords: { query: { types: "contact,score", limit: "3" } },
    listDrafts: {},
    listUsers: { query: { limit: "5" } },
    createUser: { body: { email: `weaver.${unique()}@mills.example`, name: "Grace", role: "SALES_REP" } },
    getUser: { params: { id: own.userId } },
    updateUser: {
      params: { id: own.userId },
      body: { name: "Clerk", preferences: { responseDelayHours: 4 } },
    },
    deactivateUser: { params: { id: own.spareUserId } },
    listRoles: {},
    listPermissions: {},
    listApiKeys: {},
    createApiKey: { body: { name: `made ${unique()}`, roles: ["SALES_REP"], scopes: ["contacts:read"] } },
    revokeApiKey: { params: { id: own.keyId } },
    getUsage: { query: { since: "2026-01-01T00:00:00Z" } },
    getLimits: {},
    updateLimits: { body: { requestsPerMinuteUser: 12_000 } },
    listAudit: { query: { limit: "5", actor: "ada" } },
    reviewDraft: async (api) => {
      await api.send({ method: "post", path: "/drafts", body: { conversationId: own.conversationId } });
      const { body } = await api.send({ method: "get", path: "/drafts" });
      const [draft] = body.drafts;
      return { body: { handle: draft.handle, decision: "reject", reason: "Not fit." } };
    },
  };
}

/** Makes what the cases need, and finds what the workspace has already. */
export async function prepareRecords(api: TestApi, principal: Principal): Promise<Records> {
  const made = async (path: string, body: unknown): Promise<string> =>
    (await api.send({ method: "post", path, body })).body.id;
  const waiting = await waitingConversation(principal);
  const dueAt = "2026-01-05T09:00:00Z";
  const contactId = await made("/contacts", newContact({ customFields: { seats: 12 } }));
  const endpointId = await made("/webhook-endpoints", { url: "https://hooks.invalid/" });
  return {
    contactId,
    spareContactId: await made("/contacts", newContact()),
    followUpId: await made("/follow-ups", { contactId, dueAt, text: "Send the quote" }),
    spareFollowUpId: await made("/follow-ups", { contactId, dueAt, text: "Thank them" }),
    conversationId: waiting,
    userId: await made("/users", { id: `clerk-${unique()}`, role: "SALES_REP" }),
    spareUserId: await made("/users", { id: `spare-${unique()}`, role: "SALES_REP" }),
    keyId: await made("/api-keys", { name: `first ${unique()}`, roles: ["SALES_REP"] }),
    jobId: await made("/scoring-jobs", { scope: "open" }),
    spareJobId: await made("/scoring-jobs", { scope: "open" }),
    endpointId,
    spareEndpointId: await made("/webhook-endpoints", { url: "https://hooks.invalid/spare" }),
    deliveryId: await made(`/webhook-endpoints/${endpointId}/test`, undefined),
    sourceId: await made("/webhook-sources", { name: "crm" }),
    spareSourceId: await made("/webhook-sources", { name: "spare" }),
  };
}

const unique = () => randomUUID().slice(0, 8);

/** A conversation whose last message waits for an answer: the team's own are taken away. */
async function waitingConversation({ tenant }: Principal): Promise<string> {
  return testDatabase().withTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      "select id from conversations where tenant_id = $1 order by id limit 1",
      [tenant.id],
    );
    const id = rows[0]?.id ?? "";
    await tx.query(
      "delete from interactions where tenant_id = $1 and conversation_id = $2 and direction = 'OUTBOUND'",
      [tenant.id, id],
    );
    return id;
  });
}

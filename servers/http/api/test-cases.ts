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
}

/** A call of an operation that works; more than one path or body where it is used up. */
export interface Case {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
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
    listDrafts: {},
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
  return {
    contactId,
    spareContactId: await made("/contacts", newContact()),
    followUpId: await made("/follow-ups", { contactId, dueAt, text: "Send the quote" }),
    spareFollowUpId: await made("/follow-ups", { contactId, dueAt, text: "Thank them" }),
    conversationId: waiting,
  };
}

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

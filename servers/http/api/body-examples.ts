const contactId = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
const ada = { firstName: "Ada", lastName: "Quill", email: "ada@mills.example", company: "Mills" };

/** A body for each operation that takes one, by the operation's id, as the document shows it. */
export const bodyExamples: Readonly<Record<string, unknown>> = {
  createContact: {
    ...ada,
    status: "LEAD",
    assignedTo: "rep-7",
    customFields: { seats: 12, region: "north" },
  },
  upsertContact: { ...ada, position: "CTO" },
  updateContact: { position: "CTO", phone: null, customFields: { seats: 20, region: null } },
  logInteraction: {
    contactId,
    type: "PHONE_CALL",
    direction: "INBOUND",
    content: "They asked for a quote of 20 seats.",
    duration: 12,
  },
  recordOutcome: { outcome: "won", note: "They signed." },
  createFollowUp: { contactId, dueAt: "2026-12-01T09:00:00Z", text: "Send the quote" },
  updateFollowUp: { done: true },
  scoreLead: { contactId },
  generateInsights: { metrics: ["new_leads"] },
  searchConversations: { query: "warranty of the loom" },
  askConversations: { question: "How long is the warranty?" },
  draftResponse: { conversationId: contactId },
  reviewDraft: { handle: contactId, decision: "reject", reason: "The price is not right." },
  createUser: { id: "rep-7", email: "grace@mills.example", name: "Grace", role: "SALES_REP" },
  updateUser: { role: "SALES_MANAGER", preferences: { responseDelayHours: 2 } },
  createApiKey: {
    name: "crm-sync",
    roles: ["SALES_REP"],
    scopes: ["contacts:read"],
    expiresAt: "2027-06-30T00:00:00Z",
  },
  updateLimits: { modelUsdPerDay: 50, models: { "openai:gpt-6": { usdPerDay: 10 } } },
  startScoring: { scope: "open" },
  createWebhookEndpoint: { url: "https://crm.example.com/hooks/rapport", eventTypes: ["contact.updated"] },
  updateWebhookEndpoint: { eventTypes: ["contact.updated", "lead.score_changed"] },
  createWebhookSource: { name: "crm" },
  updateWebhookSource: { disabled: true },
};

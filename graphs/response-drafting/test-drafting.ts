import { loadConfig } from "#core/config.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { localDrafter } from "#knowledge/drafting/write/local-drafter.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { textSource } from "#knowledge/import/source.ts";
import { modelDrafter } from "#models/model-drafter.ts";
import { draftingTools } from "#servers/compose/drafting.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import { buildResponseDraftingGraph } from "./graph.ts";
import type { DraftingState } from "./state.ts";

/** What stands in another contact's records, and may never stand in a draft to Jane. */
export const foreign = [
  "Marlow",
  "Brightwater",
  "marlow@brightwater.example",
  "bluebird",
  "7,700",
  "OR-4471",
];

const articles = [
  {
    id: "delivery",
    title: "Delivery",
    text: "Looms are delivered within three weeks. Delivery to islands takes a week more.",
  },
  {
    id: "price",
    title: "Price of the loom",
    text: "The loom costs 4,200 euros. Spare shuttles cost 40 euros each.",
  },
];

const won = ["Marlow", "Nader", "Okafor"].map((name, n) => ({
  id: `won-${n}`,
  contact: `won-${n}`,
  channel: "email",
  subject: "The loom",
  messages: [
    {
      direction: "inbound",
      at: `2026-01-0${n + 1}T09:00:00Z`,
      text: "Can we have training for our weavers?",
    },
    {
      direction: "outbound",
      at: `2026-01-0${n + 1}T11:00:00Z`,
      text: `Hello ${name},\n\nTraining for weavers is included. ${n === 0 ? "Your project bluebird at Brightwater costs 7,700 euros, order OR-4471." : "Thank you."}`,
    },
  ],
}));

/** A workspace with articles, three other contacts that were won, and Jane, whose message waits. */
export async function draftingWorkspace(
  message: string,
  more: { articles?: object[]; history?: object[] } = {},
) {
  const db = testDatabase();
  const principal = await freshWorkspace();
  const table = [
    "id,email,first name,last name,company,delivery week,outcome",
    "jane,jane@acme.example,Jane,Doe,Acme,week 31,",
    "won-0,marlow@brightwater.example,Ida,Marlow,Brightwater,week 9,won",
    "won-1,nader@lumen.example,Sam,Nader,Lumen,week 10,won",
    "won-2,okafor@tern.example,Ada,Okafor,Tern,week 11,won",
  ].join("\n");
  await importContacts(db, principal, textSource("c.csv", table), { id: "id", outcome: "outcome" });
  const jane = {
    id: "thread",
    contact: "jane",
    channel: "email",
    subject: "The loom",
    messages: [
      ...(more.history ?? []),
      { id: "m-1", direction: "inbound", at: "2026-03-01T09:00:00Z", text: message },
    ],
  };
  const lines = [...won, jane].map((line) => JSON.stringify(line)).join("\n");
  await importConversations(db, principal, textSource("t.jsonl", lines));
  const all = [...articles, ...(more.articles ?? [])].map((line) => JSON.stringify(line)).join("\n");
  await importArticles(db, principal, textSource("a.jsonl", all));
  return principal;
}

/** Drafts a reply to Jane, with a model if one is given. */
export async function draftFor(principal: Principal, model?: LanguageModel, modelTimeoutMs = 1_000) {
  const db = testDatabase();
  const { search } = openRetrieval({ config: loadConfig({}), db, embedder: null });
  const graph = buildResponseDraftingGraph({
    tools: await draftingTools(db, search),
    drafter: model ? modelDrafter(model, localDrafter) : localDrafter,
    localDrafter,
    modelTimeoutMs,
  });
  const context = { principal, signal: new AbortController().signal };
  const request = { reference: { contact_id: "jane" }, instructions: null };
  return (await graph.invoke({ context, request })) as DraftingState;
}

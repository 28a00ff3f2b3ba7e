import { beforeAll, expect, test } from "vitest";
import { responseDraftingAgent } from "#agents/response-drafting/agent.ts";
import { loadConfig } from "#core/config.ts";
import { buildResponseDraftingGraph } from "#graphs/response-drafting/graph.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { localDrafter } from "#knowledge/drafting/write/local-drafter.ts";
import { modelDrafter } from "#models/model-drafter.ts";
import { draftingTools } from "#servers/compose/drafting.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import { madeAttempts } from "./made-attempts.ts";
import { measureAttempts, type WriterKind } from "./measure-attempts.ts";
import { openWorkspaces, type Workspaces } from "./open-workspaces.ts";

/** A product that believes its writer, and a representative who may see everything. */
let broken: Workspaces;

beforeAll(async () => {
  const db = testDatabase();
  const made = { attempts: madeAttempts(3), requests: [], fresh: undefined, embedder: null };
  const sound = await openWorkspaces(db, made);
  const { search } = openRetrieval({ config: loadConfig({}), db, embedder: null });
  const tools = await draftingTools(db, search);
  const believing: typeof tools = {
    ...tools,
    checkReply: ({ sentences, sources, questions }) => ({
      sentences: sentences.map(({ text }) => ({ text, citations: sources.slice(0, 1).map(({ id }) => id) })),
      questions: questions.map((text) => ({ text, answered: true })),
      risks: [],
      removed: [],
    }),
  };
  broken = {
    ...sound,
    representative: sound.administrator,
    drafting: (writer) => {
      const drafter = writer ? modelDrafter(writer, localDrafter) : localDrafter;
      const parts = { tools: believing, drafter, localDrafter, modelTimeoutMs: 10_000 };
      const agent = responseDraftingAgent(async () => buildResponseDraftingGraph(parts));
      return { ...sound.drafting(writer), ...agent };
    },
  };
});

test("the judge sees what a broken product leaks", { timeout: 60_000 }, async () => {
  const outcomes = await measureAttempts(broken, {});
  const leaking = (writer: WriterKind) =>
    outcomes.filter((one) => one.writer === writer && one.leaks.length > 0).length;
  expect(leaking("was told before")).toBeGreaterThan(0);
  expect(leaking("as a colleague")).toBe(3);
});

import { afterEach, expect, test, vi } from "vitest";
import { log } from "#core/log.ts";
import { scriptedModel } from "#models/stand-ins/scripted-model.ts";
import { localWords } from "#models/words.ts";
import { buildLeadScoringGraph } from "../graph.ts";
import type { LeadScoringTools } from "../ports.ts";
import type { LeadRequest } from "../state.ts";

afterEach(() => vi.restoreAllMocks());

const score = { score: 30, probability: 0.3, low: 0.2, high: 0.4, band: "C", confidence: 0.6, factors: [] };
const lead = {
  contact: { id: "c", externalId: null, name: "Ada Byron", company: null, position: null },
  snapshot: { contactId: "c", asOf: new Date(), createdAt: null, fields: {}, interactions: [] },
  outcome: null,
  touches: [],
};
const opinion = {
  score: 80,
  urgency: 1,
  priority: 2,
  sentiment: 3,
  response_time: 4,
  reason: "They replied.",
};

/** Scores a lead while the votes are kept, or not, as told. */
async function scoreWhile(record: () => Promise<null>) {
  const answer = (value: unknown) => ({ run: async () => value });
  const tools = {
    getLead: answer(lead),
    predictScore: answer({ score, modelId: null, kind: "test", bands: {}, caveats: [] }),
    combineVotes: answer({ score, weights: { local: 0.9, "test:m": 0.1 }, records: {}, evFactors: null }),
    suggestImprovements: answer([]),
    recordVotes: { run: record },
  } as unknown as LeadScoringTools;
  const models = [scriptedModel("test:m", [{ answer: opinion }])];
  const graph = buildLeadScoringGraph({ tools, models, words: localWords, modelTimeoutMs: 1_000 });
  const request = { context: {}, reference: { id: "c" }, asOf: new Date(), depth: "score" } as LeadRequest;
  return graph.invoke({ request });
}

test.each([
  ["fails", async () => Promise.reject(new Error("the disk is full"))],
  ["takes for ever", () => new Promise<null>(() => {})],
])("a record that %s leaves the answer as it is, and the log says so", async (_how, record) => {
  const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
  const kept = await scoreWhile(async () => null);
  expect(warned).not.toHaveBeenCalled();
  const lost = await scoreWhile(record);
  expect({ ...lost, startedAt: 0, request: 0 }).toEqual({ ...kept, startedAt: 0, request: 0 });
  expect(warned).toHaveBeenCalledExactlyOnceWith(expect.anything(), "votes were not recorded");
});

test("the answer comes after the votes are kept, so that a process that ends with it loses none", async () => {
  let isKept = false;
  await scoreWhile(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    isKept = true;
    return null;
  });
  expect(isKept).toBe(true);
});

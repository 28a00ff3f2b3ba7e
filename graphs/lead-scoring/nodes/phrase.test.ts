import { expect, test } from "vitest";
import type { Draft, PhraseRequest, Words } from "#core/words.ts";
import type { LeadScoringState } from "../state.ts";
import { phrase } from "./phrase.ts";

const state = {
  startedAt: 0,
  missed: [],
  lead: {
    contact: { name: "Ada $& Byron" },
    snapshot: { fields: { assignedTo: "Eve Owner", "deputy's name": "Max Second", seats: 40 } },
  },
  score: {
    factors: [
      { name: "assignedTo", value: "Eve Owner" },
      { name: "deputy's name", value: "Max Second" },
      { name: "seats", value: "40" },
    ],
  },
  scorers: [{ name: "local" }, { name: "test:down" }],
  explanation:
    "The lead scores 14 of 100. For it: assignedTo (Eve Owner), deputy's name (Max Second), seats (40). test:down did not vote.",
  recommendations: ["Ask Eve Owner."],
} as unknown as LeadScoringState;

const said =
  "Ada $& Byron scores 14 of 100. For it: assignedTo (Eve Owner), deputy's name (Max Second), seats (40). test:down did not vote.";

async function phrased(say: (draft: Draft) => Draft, given = { ...state, startedAt: performance.now() }) {
  const asked: PhraseRequest[] = [];
  const words: Words = {
    engine: "test:writer",
    phrase: async (request) => {
      asked.push(request);
      const { explanation, recommendations } = say(request.draft);
      return { explanation, recommendations: [...recommendations], engine: "test:writer" };
    },
  };
  const { wording } = (await phrase(words, 8_000)(given, {})) as Pick<LeadScoringState, "wording">;
  return { wording, asked };
}

test("sends no name, owner or scorer, and puts all back into what was written", async () => {
  const { wording, asked } = await phrased((draft) => draft);
  expect(JSON.stringify(asked)).not.toMatch(/Ada|Byron|Eve|Max|test:down/);
  expect(JSON.stringify(asked)).toContain("seats (40)");
  expect(wording).toEqual({ explanation: said, recommendations: ["Ask Eve Owner."], engine: "test:writer" });
});

test("says the name in the local draft too, when another turn would come too late", async () => {
  const { wording, asked } = await phrased((draft) => draft, {
    ...state,
    startedAt: performance.now() - 8_000,
  });
  expect(asked).toEqual([]);
  expect(wording).toMatchObject({ explanation: said, engine: "local" });
});

test("hands the time that is left as a time limit, not as a caller who leaves", async () => {
  const [request] = (await phrased((draft) => draft)).asked;
  expect(request?.timeoutMs).toBeGreaterThan(1_000);
  expect(request?.timeoutMs).toBeLessThanOrEqual(8_000);
  expect(request?.signal).toBeUndefined();
});

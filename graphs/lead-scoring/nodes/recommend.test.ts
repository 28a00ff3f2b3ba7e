import { expect, test } from "vitest";
import type { LeadScoringTools } from "../ports.ts";
import type { Improvement, LeadScoringState } from "../state.ts";
import { recommend } from "./recommend.ts";

const improvement = (field: string, gainLow: number): Improvement => ({
  field,
  from: "demo",
  to: "offer",
  action: `Bring ${field} from demo to offer.`,
  gainPoints: 3.21,
  gainLow,
  gainHigh: 6,
});
const touch = (direction: string) => ({ id: "a", at: new Date(0), direction });

async function recommended(found: Improvement[], more: object = {}) {
  const tools = { suggestImprovements: { run: async () => found } } as unknown as LeadScoringTools;
  const state = {
    request: {},
    local: { kind: "stack" },
    score: { band: "C" },
    lead: {
      contact: { name: "Ada Byron" },
      outcome: null,
      snapshot: { fields: { stage: "demo", assignedTo: "Eve Owner" }, interactions: [touch("OUTBOUND")] },
    },
    ...more,
  } as unknown as LeadScoringState;
  return (await recommend(tools)(state)) as Pick<LeadScoringState, "improvements" | "recommendations">;
}

test("says what the band calls for and what the model expects, and where that is uncertain", async () => {
  const { recommendations } = await recommended([improvement("stage", 0.5), improvement("plan", -1)]);
  expect(recommendations).toEqual([
    expect.stringMatching(/light touch/),
    "Bring stage from demo to offer (expected +3.2 points)",
    "Bring plan from demo to offer (expected +3.2 points, uncertain)",
  ]);
});

test("keeps fields that hold people out of what a model may word, but not out of the answer", async () => {
  const { recommendations, improvements } = await recommended([improvement("assignedTo", 1)]);
  expect(recommendations.join()).not.toContain("assignedTo");
  expect(improvements.map(({ field }) => field)).toEqual(["assignedTo"]);
});

test("does not pretend to know where the data cannot tell leads apart", async () => {
  const { recommendations } = await recommended([], { local: { kind: "base-rate" } });
  expect(recommendations).toEqual([expect.stringMatching(/cannot tell leads apart/)]);
});

test("a lead that waits is answered first, whatever the model says", async () => {
  const lead = {
    contact: { name: "Ada" },
    outcome: null,
    snapshot: { fields: {}, interactions: [touch("INBOUND")] },
  };
  const { recommendations } = await recommended([], { local: { kind: "base-rate" }, lead });
  expect(recommendations).toEqual([expect.stringMatching(/waits for us/)]);
});

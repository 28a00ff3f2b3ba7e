import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { ModelScript } from "#models/stand-ins/model-script.ts";
import { type ProviderStandIn, providerStandIns } from "#models/stand-ins/provider-stand-ins.ts";
import { composeForTests } from "../test-support/serve-workspace.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";
import type { Rapport } from "./compose.ts";

// A provider that hangs, then errs, then is back: the real client, breaker and graph in between.

const vote = JSON.stringify({
  score: 95,
  urgency: 10,
  priority: 20,
  sentiment: 30,
  response_time: 40,
  reason: "They replied.",
});
let step: ReturnType<ModelScript> = "hang";
let principal: Principal;
let provider: ProviderStandIn;
let rapport: Rapport;

beforeAll(async () => {
  principal = await trainedWorkspace();
  provider = await providerStandIns.openai(() => step);
  rapport = composeForTests({
    ...provider.env,
    RAPPORT_MODELS: provider.id,
    RAPPORT_MODEL_TIMEOUT_MS: "600",
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await rapport.close();
  await provider.close();
});

interface Scored {
  engine: string;
  scorers: { name: string; status: string; reason: string | null }[];
}

async function score(): Promise<Scored & { ofModel: Scored["scorers"][number] | undefined }> {
  const { scoreLead } = rapport.tools;
  const input = scoreLead.input.parse({ contact_id: people.at(-1)?.id });
  const answer = (await scoreLead.run({ principal, signal: AbortSignal.timeout(20_000) }, input)) as Scored;
  return { ...answer, ofModel: answer.scorers.find(({ name }) => name === provider.id) };
}
const state = async () => (await rapport.service.dependencies())[provider.id];

test("scores go on locally while the model is down, say so, and return to it", async () => {
  const hanging = await score();
  expect(hanging).toMatchObject({ engine: "local", ofModel: { status: "failed" } });
  expect(hanging.ofModel?.reason).toMatch(/answer within (0\.6 s|600 ms)/);
  step = { status: 503 };
  // A score may ask twice, for a vote and for words: three failures come soon.
  for (let i = 0; i < 3; i++)
    expect(await score()).toMatchObject({ engine: "local", ofModel: { status: "failed" } });
  // Left alone now: the provider is not even asked.
  const asked = provider.server.requests.length;
  expect((await score()).ofModel?.reason).toMatch(/left alone: it is tried again in \d+ s/);
  expect(provider.server.requests).toHaveLength(asked);
  expect(await state()).toEqual({ status: "resting" });

  step = { text: vote };
  const later = Date.now() + 700_000;
  vi.useFakeTimers({ now: later, toFake: ["Date"] });
  const back = await score();
  vi.useRealTimers();
  expect(back.engine).toBe(`local + ${provider.id}`);
});

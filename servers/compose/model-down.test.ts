import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { ModelScript } from "#models/stand-ins/model-script.ts";
import { type ProviderStandIn, providerStandIns } from "#models/stand-ins/provider-stand-ins.ts";
import { conversationsWorkspace } from "../test-support/conversations-workspace.ts";
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

// What each kind of outage costs whoever asks after the first to meet it: scores, and drafts of replies.
describe.each<[string, ReturnType<ModelScript> | "refuses"]>([
  ["hangs", "hang"],
  ["fails", { status: 500 }],
  ["refuses connections", "refuses"],
])("a provider that %s", (_, how) => {
  const limitMs = 3_000;
  let other: ProviderStandIn;
  let served: Rapport;
  let asker: Principal;
  const step: ReturnType<ModelScript> = how === "refuses" ? "hang" : how;

  beforeAll(async () => {
    asker = await conversationsWorkspace("down", 4);
    other = await providerStandIns.openai(() => step);
    const url: Record<string, string> = how === "refuses" ? { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" } : {};
    served = composeForTests({
      ...{ ...other.env, ...url, RAPPORT_MODELS: other.id, RAPPORT_MODEL_TIMEOUT_MS: String(limitMs) },
    });
  });
  afterAll(async () => {
    await served.close();
    await other.close();
  });

  const ask = async (tool: "scoreLead" | "draftResponse", input: object) => {
    const { run, input: schema } = served.tools[tool];
    const answer = await run(
      { principal: asker, signal: AbortSignal.timeout(30_000) },
      schema.parse(input) as never,
    );
    return answer as { engine: string };
  };

  test("is not waited for by those who come later", async () => {
    const asked = [
      ["scoreLead", { contact_id: "down-lead-0" }],
      ["scoreLead", { contact_id: "down-lead-1" }],
      ["draftResponse", { message_id: "down-m-1-1" }],
      ["scoreLead", { contact_id: "down-lead-2" }],
      ["draftResponse", { message_id: "down-m-2-1" }],
    ] as const;
    for (const [tool, input] of asked) expect((await ask(tool, input)).engine).toBe("local");
    // How long that takes is measured in models/patience.test.ts, on made-up time; here, who was waited for at all.
    const { scorers } = (await ask("scoreLead", { contact_id: "down-lead-3" })) as Scored;
    const { reason } = scorers.find(({ name }) => name === other.id) ?? {};
    expect(reason).toMatch(/being tried again|within 500 ms|left alone|cannot be reached|HTTP 500/);
  });
});

import type { Client } from "@modelcontextprotocol/client";
import { afterEach, beforeAll, expect, inject, test } from "vitest";
import { loadConfig } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import { type ScriptedStep, scriptedModel } from "#models/stand-ins/scripted-model.ts";
import { compose } from "../compose/compose.ts";
import { serveHttp } from "../http/serve.ts";
import { connectHttp } from "../test-support/connect.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

let principal: Principal;
beforeAll(async () => {
  principal = await trainedWorkspace();
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const vote = {
  score: 80,
  urgency: 10,
  priority: 20,
  sentiment: 30,
  response_time: 40,
  reason: "They replied.",
};
const votes: ScriptedStep = { answer: vote };
const troubles: ScriptedStep[] = ["hang", { text: "Lovely!" }, { answer: { ...vote, score: 150 } }];

interface Answer {
  score: number;
  engine: string;
  scorers: { name: string; status: string; reason: string | null }[];
  ev_factors: unknown;
}

/** What a host is told when the scorers do these things. */
async function scoreWith(steps: readonly ScriptedStep[]): Promise<Answer> {
  const models = steps.map((step, i) =>
    scriptedModel(`test:m${i}`, [step], { timeoutMs: step === "hang" ? 200 : 10_000 }),
  );
  const { databaseUrl, home } = inject("database");
  const config = loadConfig({ RAPPORT_HOME: home, DATABASE_URL: databaseUrl });
  const rapport = compose({ ...config, modelTimeoutMs: 10_000 }, { models });
  closing.push(rapport.close);
  const { servers, pingDatabase } = rapport;
  const who = rapport.principal(principal.tenant.name);
  const http = await serveHttp({ host: "127.0.0.1", port: 0, servers, principal: who, pingDatabase });
  closing.push(() => http.close());
  const client: Client = await connectHttp(`${http.url}/mcp`);
  closing.push(() => client.close());
  const asked = { contact_id: people.at(-1)?.id, as_of: "2025-06-01T00:00:00Z" };
  const result = await client.callTool({ name: "score_lead", arguments: asked });
  expect(result.isError).toBeFalsy();
  return result.structuredContent as unknown as Answer;
}

test.each([0, 3, 11, 12])(
  "with %i of 12 in trouble a host gets the others' score and their names",
  async (k) => {
    const troubled = Array.from({ length: k }, (_, i) => troubles[i % troubles.length] ?? votes);
    const healthy = Array.from({ length: 12 - k }, () => votes);
    const answer = await scoreWith([...healthy, ...troubled]);
    const alone = await scoreWith(healthy);
    expect(answer.score).toBe(alone.score);
    expect(answer.ev_factors).toEqual(alone.ev_factors);
    expect(answer.engine).toBe(alone.engine);
    const failed = answer.scorers.filter(({ status }) => status === "failed");
    expect(failed.map(({ name }) => name).sort()).toEqual(
      troubled.map((_, i) => `test:m${12 - k + i}`).sort(),
    );
    for (const { reason } of failed) expect(reason).toMatch(/test:m\d+ (did not answer|twice gave)/);
    if (k === 12) expect(answer).toMatchObject({ engine: "local", ev_factors: null });
  },
);

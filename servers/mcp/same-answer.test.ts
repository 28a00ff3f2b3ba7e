import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp, connectStdio, eras } from "../test-support/connect.ts";
import {
  stdioTarget,
  type Target,
  throughAdapters,
  throughClient,
  throughInspector,
} from "../test-support/hosts.ts";
import { composeForTests, serveWorkspace } from "../test-support/serve-workspace.ts";
import { open, people, trainedWorkspace } from "../test-support/trained-workspace.ts";

const rapport = composeForTests();
const question = {
  name: "score_lead",
  arguments: { contact_id: people.at(-open)?.id ?? "", as_of: "2025-06-01T00:00:00Z" },
};
let workspace: string;
let http: RunningServer;
let answer: Awaited<ReturnType<typeof rapport.tools.scoreLead.run>>;

beforeAll(async () => {
  const principal = await trainedWorkspace();
  workspace = principal.tenant.name;
  http = await serveWorkspace(principal);
  const context = { principal, signal: new AbortController().signal };
  answer = await rapport.tools.scoreLead.run(context, question.arguments);
});

afterAll(async () => {
  await http.close();
  await rapport.close();
});

test("the answer is a score of a trained model, with its reasons", () => {
  expect(answer.model_id).not.toBeNull();
  expect(answer.factors.length).toBeGreaterThan(3);
});

const targets: [string, () => Target][] = [
  ["stdio", () => stdioTarget(workspace)],
  ["HTTP", () => ({ url: `${http.url}/mcp` })],
];

const hosts: [string, () => Promise<unknown>][] = [
  ...eras.flatMap((era): typeof hosts => [
    [
      `the client, ${era} era, stdio`,
      async () => throughClient(await connectStdio(workspace, era), question),
    ],
    ...["/mcp", "/mcp/lead-scoring"].map((path): (typeof hosts)[number] => [
      `the client, ${era} era, ${path}`,
      async () => throughClient(await connectHttp(http.url + path, era), question),
    ]),
    ...targets.map(([transport, target]): (typeof hosts)[number] => [
      `the Inspector, ${era} era, ${transport}`,
      () => throughInspector(target(), era, question),
    ]),
  ]),
  ...targets.map(([transport, target]): (typeof hosts)[number] => [
    `LangChain's adapters, ${transport}`,
    () => throughAdapters(target(), question),
  ]),
];

test.each(hosts)("%s gets the same structured answer", async (_host, ask) => {
  expect(await ask()).toEqual(answer);
});

test.each(eras)("the client speaks the %s era", async (era) => {
  const client = await connectHttp(`${http.url}/mcp`, era);
  expect(client.getProtocolEra()).toBe(era);
  await client.close();
});

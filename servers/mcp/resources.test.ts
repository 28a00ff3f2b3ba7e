import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp, eras } from "../test-support/connect.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { ended, open, people, trainedWorkspace } from "../test-support/trained-workspace.ts";

let http: RunningServer;

beforeAll(async () => {
  http = await serveWorkspace(await trainedWorkspace());
});

afterAll(() => http.close());

describe.each(eras)("in the %s era", (era) => {
  let client: Client;

  beforeAll(async () => {
    client = await connectHttp(`${http.url}/mcp`, era);
  });

  afterAll(() => client.close());

  const read = async (uri: string): Promise<string> => {
    const { contents } = await client.readResource({ uri });
    return contents.map((part) => ("text" in part ? part.text : "")).join();
  };

  test("every resource that is listed can be read as JSON, and holds nobody's data", async () => {
    const { resources } = await client.listResources();
    const uris = resources.map(({ uri }) => uri).filter((uri) => uri.startsWith("mcp:"));
    expect(uris).toContain("mcp://training-data/current");
    expect(uris.some((uri) => uri.startsWith("mcp://scoring-models/"))).toBe(true);
    for (const uri of [...uris, "mcp://scoring-models/current"]) {
      const text = await read(uri);
      expect(JSON.parse(text)).toBeTypeOf("object");
      expectNobody(text);
    }
  });

  test("the model that serves tells what it was trained on; the training data how many there are", async () => {
    const model = JSON.parse(await read("mcp://scoring-models/current"));
    expect(model.report).toMatchObject({ won: ended / 2, lost: ended / 2, reason: null });
    expect(model).toMatchObject({
      version: 1,
      status: "serving",
      retraining: { due: false },
      challenger: null,
    });
    expect(JSON.parse(await read("mcp://scoring-models/v1"))).toEqual(model);
    const { resources } = await client.listResources();
    const listed = resources.find(({ uri }) => uri === `mcp://scoring-models/${model.id}`);
    expect(listed?.title).toMatch(/^version 1, serving/);
    expect(JSON.parse(await read("mcp://training-data/current"))).toMatchObject({
      contacts: ended + open,
      won: ended / 2,
      lost: ended / 2,
      open,
      retraining: { due: false },
    });
    expect(JSON.parse(await read(`mcp://training-data/${model.id}`))).toMatchObject({ model_id: model.id });
  });

  test("the call list asks for as many leads, and for whose, as its arguments say", async () => {
    const prompt = { name: "call-list", arguments: { count: "3", assigned_to: "Rosa" } };
    const { messages } = await client.getPrompt(prompt);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ role: "user", content: { type: "text" } });
    expect(JSON.stringify(messages)).toMatch(/ 3 best open leads assigned to .*Rosa/);
    expect(JSON.stringify(await client.getPrompt({ name: "call-list" }))).toContain(" 10 best open leads ");
  });
});

function expectNobody(text: string): void {
  for (const { id, firstName, lastName, email, phone, company } of people) {
    const found = [id, firstName, lastName, email, phone, company].filter((value) =>
      text.includes(`${value}"`),
    );
    expect(found).toEqual([]);
  }
  expect(text).not.toMatch(/quillfeather|inkwell|7946|the loom|cold list|referral/i);
}

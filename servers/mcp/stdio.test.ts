import { afterEach, beforeAll, expect, test } from "vitest";
import { type RawServer, rawStdio } from "../test-support/raw-stdio.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

let workspace: string;
let server: RawServer | undefined;

beforeAll(async () => {
  workspace = (await trainedWorkspace()).tenant.name;
});

afterEach(() => server?.end());

test("stdout carries JSON-RPC alone, however much is logged and whatever fails", async () => {
  server = await rawStdio(workspace, { RAPPORT_LOG_LEVEL: "trace", LANGCHAIN_VERBOSE: "true" });
  const call = (name: string, input: object) => server?.ask("tools/call", { name, arguments: input });
  const explained = await call("explain_score", { contact_id: people[0]?.id });
  expect(explained?.result).toHaveProperty("structuredContent");
  const failed = await call("score_lead", { contact_id: "nobody" });
  expect(failed?.result).toMatchObject({ isError: true });
  await server.ask("resources/list");
  await server.ask("prompts/get", { name: "call-list" });
  expectOnlyMessages(server.lines);
});

test("without its database it still lists its tools, and says what to check", async () => {
  const nowhere = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", RAPPORT_LOG_LEVEL: "trace" };
  server = await rawStdio(workspace, nowhere);
  const listed = await server.ask("tools/list");
  expect(listed.result).toHaveProperty("tools");
  const [failed, listing] = await Promise.all([
    server.ask("tools/call", { name: "find_leads", arguments: {} }),
    server.ask("resources/list"),
  ]);
  expect(JSON.stringify(failed.result)).toContain("DATABASE_UNAVAILABLE");
  expect(listing.error?.message).toContain("DATABASE_URL");
  expectOnlyMessages(server.lines);
});

test("lines that are no messages are passed over", async () => {
  server = await rawStdio(workspace);
  for (const line of ["garbage", '{"jsonrpc":', "", "null", "[]", '{"id":1}', "\u0000"]) server.write(line);
  expect(await server.ask("ping")).toMatchObject({ result: {} });
  expect(await server.ask("no/such")).toMatchObject({ error: { message: "Method not found" } });
  expect(await server.ask("tools/call", { name: 7 })).toMatchObject({ error: { code: -32602 } });
  expect(await server.ask("ping")).toMatchObject({ result: {} });
  expectOnlyMessages(server.lines);
});

test("it ends when the host closes standard input", async () => {
  const closing = await rawStdio(workspace);
  expect(await closing.end()).toBe(0);
});

function expectOnlyMessages(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
}

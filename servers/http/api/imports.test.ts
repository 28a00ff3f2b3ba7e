import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import type { Request } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { rawBody } from "./raw-body.ts";
import { serveApi, type TestApi } from "./test-api.ts";

const rapport = composeForTests();
let api: TestApi;
let who: Awaited<ReturnType<typeof freshWorkspace>>;

beforeAll(async () => {
  who = await freshWorkspace();
  api = await serveApi(who);
});

afterAll(async () => {
  await api.close();
  await rapport.close();
});

const csv = { "content-type": "text/csv" };
const path = "/imports?kind=contacts&fileName=leads.csv&outcome=ended&won=yes,ja&lost=no";
const leads = "email,ended\nada@mills.example,yes\nbo@mills.example,no\n";

test("a file that is sent is imported by a worker, and its job tells of it", async () => {
  const sent = await api.send({ method: "post", path, raw: leads, headers: csv });
  expect(sent).toMatchObject({ status: 202, body: { status: "queued" } });
  expect(sent.headers.get("location")).toBe(`/api/v1/jobs/${sent.body.id}`);
  const { signal } = new AbortController();
  await rapport.operations.runJob(who, { id: sent.body.id, signal, isLast: true });
  const { body: job } = await api.send({ method: "get", path: `/jobs/${sent.body.id}` });
  expect(job).toMatchObject({
    status: "done",
    progress: 2 * leads.length,
    result: { imported: 2 },
    input: { fileName: "leads.csv", settings: { won: ["yes", "ja"] } },
  });
  const { body: listed } = await api.send({ method: "get", path: "/imports" });
  expect(listed.data[0].id).toBe(sent.body.id);
});

test.each([
  ["JSON", path, '{"a": 1}', { "content-type": "application/json" }, 415],
  ["what is compressed", path, leads, { ...csv, "content-encoding": "gzip" }, 415],
  ["an empty file", path, "", csv, 400],
  ["an unknown kind", "/imports?kind=deals", leads, csv, 400],
  ["settings of another kind", "/imports?kind=companies&outcome=ended", leads, csv, 400],
])("%s is refused", async (_, to, raw, headers, status) => {
  expect((await api.send({ method: "post", path: to, raw, headers })).status).toBe(status);
});

test("more than 100 MB is refused before it is read", async () => {
  const headers = { ...csv, "content-length": "100000001" };
  const asked = request(`${api.url}/api/v1${path}`, { method: "POST", headers });
  asked.on("error", () => undefined);
  asked.flushHeaders();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  expect(response.statusCode).toBe(413);
  expect(await text(response)).toContain("larger than 100 MB");
  asked.destroy();
});

test("a file that turns out larger than its limit is refused", async () => {
  const sender = Object.assign(Readable.from([Buffer.alloc(6), Buffer.alloc(6)]), {
    headers: {},
    is: () => "text/csv",
  });
  const file = rawBody(sender as unknown as Request, { types: ["text/csv"], limit: 10 });
  await expect(buffer(file)).rejects.toMatchObject({ status: 413 });
});

import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { log } from "#core/log.ts";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp, eras } from "../test-support/connect.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { open, people, trainedWorkspace } from "../test-support/trained-workspace.ts";
import { acceptsCharts } from "./accepts-charts.ts";
import { chartContent } from "./chart-content.ts";

const accepted = { "rapport/charts": { mimeTypes: ["image/svg+xml"] } };
const question = { name: "explain_score", arguments: { contact_id: people.at(-open)?.id } };

let http: RunningServer;

beforeAll(async () => {
  http = await serveWorkspace(await trainedWorkspace());
});

afterAll(() => http.close());

describe.each(eras)("in the %s era", (era) => {
  test("a host that has not said that it shows SVG gets text alone", async () => {
    const client = await connectHttp(`${http.url}/mcp`, era);
    const { content } = await client.callTool(question);
    expect(content.map(({ type }) => type)).toEqual(["text"]);
    await client.close();
  });

  test("a call that asks for SVG gets the chart after the text, and the same text", async () => {
    const client = await connectHttp(`${http.url}/mcp`, era);
    const plain = await client.callTool(question);
    const { content, structuredContent } = await client.callTool({ ...question, _meta: accepted });
    const [text, image, ...more] = content;
    expect(more).toEqual([]);
    expect(text).toMatchObject({ type: "text" });
    expect(Object.keys(structuredContent ?? {})).toEqual(Object.keys(plain.structuredContent ?? {}));
    expect(image).toMatchObject({
      type: "image",
      mimeType: "image/svg+xml",
      annotations: { audience: ["user"] },
    });
    const svg = image?.type === "image" ? Buffer.from(image.data, "base64").toString() : "";
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]+<\/svg>$/);
    expect(svg).toContain(people.at(-open)?.lastName);
    await client.close();
  });
});

test("a call may ask for charts by its argument", async () => {
  const client = await connectHttp(`${http.url}/mcp`);
  const { content } = await client.callTool({
    name: "analyze_customer_journey",
    arguments: { contact_id: people[0]?.id, charts: true },
  });
  expect(content.map(({ type }) => type)).toEqual(["text", "image"]);
  await client.close();
});

test("a client may say it once, among its capabilities", async () => {
  const client = new Client(
    { name: "test", version: "1" },
    { capabilities: { experimental: accepted }, versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
  await client.connect(new StreamableHTTPClientTransport(new URL(`${http.url}/mcp`)));
  const { content } = await client.callTool(question);
  expect(content.map(({ type }) => type)).toEqual(["text", "image"]);
  await client.close();
});

test.each([
  ["nothing", undefined],
  ["other types", { "rapport/charts": { mimeTypes: ["image/png"] } }],
  ["no list", { "rapport/charts": { mimeTypes: "image/svg+xml" } }],
  ["no object", { "rapport/charts": "image/svg+xml" }],
  ["null", { "rapport/charts": null }],
])("%s is no leave to send SVG", (_what, meta) => {
  expect(acceptsCharts({}, { meta })).toBe(false);
  expect(acceptsCharts(undefined, { meta, input: { charts: "true" } })).toBe(false);
});

describe("the charts of an answer", () => {
  const chart = (length: number) => ({ title: "a", svg: "x".repeat(length) });

  test("are three at most, each below 60 kB", async () => {
    const draw = async () => [chart(70_000), chart(1), chart(2), chart(3), chart(4)];
    const content = await chartContent(draw, {});
    expect(
      content.map((part) => (part.type === "image" ? Buffer.from(part.data, "base64").length : 0)),
    ).toEqual([1, 2, 3]);
  });

  test("cost the answer nothing when drawing fails", async () => {
    const told = vi.spyOn(log, "error").mockReturnValue();
    const draw = async () => {
      throw new Error("no");
    };
    expect(await chartContent(draw, {})).toEqual([]);
    expect(told).toHaveBeenCalledOnce();
  });
});

describe.each(eras)("views in the %s era", (era) => {
  test("are listed, tied to their tool, and read as one page without network", async () => {
    const client = await connectHttp(`${http.url}/mcp/lead-scoring`, era);
    const { tools } = await client.listTools();
    const uri = tools.find(({ name }) => name === "explain_score")?._meta?.ui;
    expect(uri).toEqual({ resourceUri: "ui://rapport/score-explanation.html" });
    const { resources } = await client.listResources();
    expect(resources).toContainEqual(
      expect.objectContaining({
        uri: "ui://rapport/score-explanation.html",
        mimeType: "text/html;profile=mcp-app",
      }),
    );
    const { contents } = await client.readResource({ uri: "ui://rapport/score-explanation.html" });
    expect(contents[0]).toMatchObject({
      mimeType: "text/html;profile=mcp-app",
      _meta: { ui: { csp: { connectDomains: [], resourceDomains: [] } } },
    });
    const html = contents[0] && "text" in contents[0] ? contents[0].text : "";
    expect(html.startsWith("<!doctype html>")).toBe(true);
    await client.close();
  });
});

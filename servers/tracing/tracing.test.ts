import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { type HttpServer, startHttpServer } from "#models/stand-ins/http-server.ts";
import { type ProviderStandIn, providerStandIns } from "#models/stand-ins/provider-stand-ins.ts";
import { serveHttp } from "../http/serve.ts";
import { conversationsWorkspace } from "../test-support/conversations-workspace.ts";
import { composeForTests } from "../test-support/serve-workspace.ts";
import { openTracing } from "./open-tracing.ts";

interface SentSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}

let principal: Principal;
let collector: HttpServer;
let provider: ProviderStandIn;
const caller = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7" };

beforeAll(async () => {
  principal = { ...(await conversationsWorkspace("traced")), user: "ada.secretary" };
  collector = await startHttpServer(() => ({ json: {} }));
  provider = await providerStandIns.openai(() => ({ text: "{}" }));
});
afterAll(async () => {
  await collector.close();
  await provider.close();
});

const sent = (): SentSpan[] =>
  collector.requests.flatMap(({ body }) =>
    (body as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans),
    ),
  );

test("a question is one trace from its caller's on, without texts or people", async () => {
  const rapport = composeForTests({ ...provider.env, RAPPORT_MODELS: provider.id });
  const tracing = openTracing(`${collector.url}/`);
  const server = await serveHttp({
    ...{ host: "127.0.0.1", port: 0, servers: [], api: rapport.api, pingDatabase: rapport.pingDatabase },
    principal: async () => principal,
  });
  const asked = "What did they ask about the warranty?";
  await fetch(`${server.url}/api/v1/ask`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      traceparent: `00-${caller.traceId}-${caller.spanId}-01`,
    },
    body: JSON.stringify({ question: asked }),
  });
  await server.close();
  await tracing.close();
  await rapport.close();

  const spans = sent().filter(({ traceId }) => traceId === caller.traceId);
  const named = (part: string) => spans.filter(({ name }) => name.includes(part));
  const [request] = named("POST");
  const [tool] = named("execute_tool ask_conversations");
  expect(request?.parentSpanId).toBe(caller.spanId);
  expect(tool?.parentSpanId).toBe(request?.spanId);
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const isBelow = (span: SentSpan | undefined): boolean =>
    span !== undefined &&
    (span.parentSpanId === tool?.spanId ||
      (ids.has(span.parentSpanId ?? "") &&
        isBelow(spans.find(({ spanId }) => spanId === span.parentSpanId))));
  expect(named("read transaction").some(isBelow)).toBe(true);
  const [call] = named(`chat ${provider.id}`);
  expect(isBelow(call)).toBe(true);
  expect(
    Object.fromEntries(call?.attributes.map(({ key, value }) => [key, Object.values(value)[0]]) ?? []),
  ).toMatchObject({
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": "gpt-5-mini",
    "gen_ai.usage.input_tokens": expect.anything(),
    "error.type": "failed",
  });
  const all = JSON.stringify(spans);
  for (const word of [asked, "warranty", principal.user, "traced-lead"]) expect(all).not.toContain(word);
  expect(all).toContain(principal.tenant.id);
});

test("nothing of it is loaded where nothing is traced", async () => {
  const code = `
    await import("./servers/compose/compose.ts");
    await import("./servers/cli/commands/serve.ts");
    await import("./servers/http/app.ts");
    const { createRequire } = await import("node:module");
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(loaded.filter((path) => path.includes("@opentelemetry/sdk") || path.includes("exporter-trace")).length, loaded.length > 0);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code]);
  expect(stdout.trim()).toBe("0 true");
});

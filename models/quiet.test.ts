import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startHttpServer } from "./stand-ins/http-server.ts";
import { providerNames, providerStandIns } from "./stand-ins/provider-stand-ins.ts";

const script = `
  const { openModel } = await import("./models/registry.ts");
  const { loadConfig } = await import("./core/config.ts");
  const { z } = await import("zod");
  const model = openModel(process.argv[1], loadConfig());
  const request = { system: "s", input: "i", schema: z.object({ ok: z.boolean() }), schemaName: "ok" };
  const answer = await model.generate(request);
  process.stderr.write(JSON.stringify(answer));`;

/** What people who use LangChain elsewhere may have in their environment. */
const talkative = (url: string) => ({
  LANGSMITH_TRACING: "true",
  LANGCHAIN_TRACING_V2: "true",
  LANGSMITH_API_KEY: "ls-key",
  LANGSMITH_ENDPOINT: url,
  LANGSMITH_GATEWAY: url,
  LANGCHAIN_VERBOSE: "true",
  OPENAI_LOG: "debug",
  ANTHROPIC_LOG: "debug",
});

test.each(providerNames)(
  "%s prints nothing to stdout and tells no tracing service",
  async (provider) => {
    const tracing = await startHttpServer(() => ({ json: {} }));
    const standIn = await providerStandIns[provider](() => ({ text: '{"ok": true}' }));
    const env = {
      PATH: process.env.PATH,
      RAPPORT_MODEL_TIMEOUT_MS: "60000",
      ...standIn.env,
      ...talkative(tracing.url),
    };
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "-e", script, standIn.id],
      { env },
    );
    expect(stderr).toBe('{"ok":true}');
    expect(stdout).toBe("");
    expect(tracing.requests).toEqual([]);
    await Promise.all([standIn.close(), tracing.close()]);
  },
  60_000,
);

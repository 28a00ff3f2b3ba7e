import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import { openEmbedder, openModel, openModels } from "./registry.ts";

const complaintOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "VALIDATION_FAILED" });
    return (error as AppError).message;
  }
  throw new Error("It was opened.");
};

const folder = mkdtempSync(join(tmpdir(), "rapport-key-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: string) => {
  const path = join(folder, `${content.length}.json`);
  writeFileSync(path, content);
  return path;
};

describe("openModels", () => {
  test("opens each model once, in order, under its own name", () => {
    const config = loadConfig({
      RAPPORT_MODELS: "ollama:llama3.2:3b, google:gemini-2.5-flash, ollama:llama3.2:3b",
      GEMINI_API_KEY: "k",
    });
    expect(openModels(config).map(({ id }) => id)).toEqual(["ollama:llama3.2:3b", "google:gemini-2.5-flash"]);
  });

  test("lists all that is wrong, with the variable to set", () => {
    const config = loadConfig({
      RAPPORT_MODELS:
        "google:gemini-2.5-flash,vertex:gemini-2.5-flash,openai:gpt-5-mini,anthropic:claude-haiku-4-5,gpt,acme:x,constructor:x",
    });
    const complaint = complaintOf(() => openModels(config));
    for (const variable of [
      "GOOGLE_API_KEY",
      "GOOGLE_APPLICATION_CREDENTIALS",
      "OPENAI_API_KEY",
      "ANTHROPIC_API_KEY",
    ]) {
      expect(complaint).toContain(`${variable} is not set`);
    }
    for (const id of ["gpt", "acme:x", "constructor:x"])
      expect(complaint).toContain(`${id}: write provider:model`);
  });

  test.each([
    [1, undefined],
    [12, undefined],
    [13, "RAPPORT_MODELS names 13 models and at most 12 can vote: leave out 1."],
  ])("of %i models says %s", (count, complaint) => {
    const ids = Array.from({ length: count }, (_, i) => `ollama:m${i}`);
    const config = loadConfig({ RAPPORT_MODELS: [...ids, "ollama:m0"].join() });
    if (complaint) expect(complaintOf(() => openModels(config))).toContain(complaint);
    else expect(openModels(config)).toHaveLength(count);
  });

  test.each([
    ["no file", "/nowhere/key.json", "cannot be read"],
    ["no JSON", fileOf("{"), "cannot be read as JSON"],
    ["another kind of credential", fileOf('{"type": "authorized_user"}'), "client_email"],
    [
      "a broken key",
      fileOf('{"client_email": "a@b", "private_key": "secret-rubbish"}'),
      "private_key: is not a PEM private key",
    ],
  ])("refuses a service account file with %s", (_, path, complaint) => {
    const config = loadConfig({ GOOGLE_APPLICATION_CREDENTIALS: path });
    const message = complaintOf(() => openModel("vertex:gemini-2.5-flash", config));
    expect(message).toContain("GOOGLE_APPLICATION_CREDENTIALS");
    expect(message).toContain(complaint);
    expect(message).not.toContain("secret-rubbish");
  });

  test("needs no key where a compatible server is named", () => {
    expect(openModel("openai:any", loadConfig({ OPENAI_BASE_URL: "http://127.0.0.1:1/v1" })).id).toBe(
      "openai:any",
    );
  });
});

describe("openEmbedder", () => {
  const config = loadConfig({ GOOGLE_API_KEY: "k", ANTHROPIC_API_KEY: "k" });

  test.each([
    ["google:gemini-embedding-001", "google:gemini-embedding-001@768", 768],
    ["google:gemini-embedding-001@1536", "google:gemini-embedding-001@1536", 1536],
    ["ollama:bge-m3:latest@1024", "ollama:bge-m3:latest@1024", 1024],
    ["ollama:long@2000", "ollama:long@2000", 2000],
  ])("opens %s", (asked, id, dimensions) => {
    expect(openEmbedder(asked, config)).toMatchObject({ id, dimensions });
  });

  test.each([
    ["ollama:bge-m3", "ollama:bge-m3@768"],
    ["google:gemini-embedding-001@3072", "take google:gemini-embedding-001@1536"],
    ["ollama:long@2001", "at most 2,000"],
    ["anthropic:claude-haiku-4-5@768", "has no embeddings"],
    ["vertex:gemini-embedding-001", "GOOGLE_APPLICATION_CREDENTIALS"],
  ])("refuses %s", (asked, complaint) => {
    expect(complaintOf(() => openEmbedder(asked, config))).toContain(complaint);
  });
});

test("opening a model loads no provider's package", async () => {
  const script = `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { openModels } = await import("./models/registry.ts");
    const { loadConfig } = await import("./core/config.ts");
    openModels(loadConfig({ RAPPORT_MODELS: "google:a,openai:b,anthropic:c,ollama:d", GOOGLE_API_KEY: "k", OPENAI_API_KEY: "k", ANTHROPIC_API_KEY: "k" }));
    console.log(JSON.stringify(loaded.filter((url) => /langchain|google-auth|cockatiel/.test(url))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect(JSON.parse(stdout)).toEqual([]);
});

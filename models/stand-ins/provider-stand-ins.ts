import { type Config, loadConfig } from "#core/config.ts";
import { anthropicDialect } from "./anthropic.ts";
import { studioDialect, vertexDialect } from "./gemini.ts";
import { type HttpServer, startHttpServer } from "./http-server.ts";
import type { Dialect, ModelScript } from "./model-script.ts";
import { ollamaDialect } from "./ollama.ts";
import { openaiDialect } from "./openai.ts";
import { type FakeProject, startFakeProject } from "./token-endpoint.ts";

/** A provider's API on this machine, with the model to ask and the environment that leads to it. */
export interface ProviderStandIn {
  id: string;
  embedderId?: string;
  server: HttpServer;
  env: Record<string, string>;
  /** The configuration of that environment; `extra` adds or overrides variables. */
  config(extra?: Record<string, string>): Config;
  /** Values that no message may show. */
  secrets: string[];
  /** Vertex AI only. */
  project?: FakeProject;
  close(): Promise<void>;
}

const key = "sk-stand-in-0123456789abcdef";

/** Starts the stand-in of each provider that the registry knows, with a script in place of the model. */
export const providerStandIns = {
  google: (script: ModelScript) =>
    start(script, {
      id: "google:gemini-2.5-flash",
      embedderId: "google:gemini-embedding-001",
      dialect: studioDialect(key),
      env: (url) => ({ GOOGLE_API_KEY: key, GOOGLE_BASE_URL: url }),
      secrets: [key],
    }),
  vertex: startVertex,
  openai: (script: ModelScript) =>
    start(script, {
      id: "openai:gpt-5-mini",
      embedderId: "openai:text-embedding-3-small@768",
      dialect: openaiDialect(key),
      env: (url) => ({ OPENAI_API_KEY: key, OPENAI_BASE_URL: `${url}/v1` }),
      secrets: [key],
    }),
  anthropic: (script: ModelScript) =>
    start(script, {
      id: "anthropic:claude-haiku-4-5",
      dialect: anthropicDialect(key),
      env: (url) => ({ ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: url }),
      secrets: [key],
    }),
  ollama: (script: ModelScript) =>
    start(script, {
      id: "ollama:llama3.2:3b",
      embedderId: "ollama:nomic-embed-text@768",
      dialect: ollamaDialect(),
      env: (url) => ({ OLLAMA_BASE_URL: url }),
      secrets: [],
    }),
};

export type ProviderName = keyof typeof providerStandIns;

export const providerNames = Object.keys(providerStandIns) as ProviderName[];

async function startVertex(script: ModelScript): Promise<ProviderStandIn> {
  const project = await startFakeProject();
  const location = "europe-west4";
  const standIn = await start(script, {
    id: "vertex:gemini-2.5-flash",
    embedderId: "vertex:gemini-embedding-001",
    dialect: vertexDialect({ project: project.project, location, token: project.token }),
    env: (url) => ({
      GOOGLE_APPLICATION_CREDENTIALS: project.keyFile,
      GOOGLE_CLOUD_LOCATION: location,
      VERTEX_BASE_URL: url,
    }),
    secrets: ["ya29.", "PRIVATE KEY"],
  });
  const close = async () => {
    await Promise.all([standIn.close(), project.close()]);
  };
  return { ...standIn, project, close };
}

interface StandInOptions {
  id: string;
  embedderId?: string;
  dialect: Dialect;
  env(url: string): Record<string, string>;
  secrets: string[];
}

async function start(script: ModelScript, options: StandInOptions): Promise<ProviderStandIn> {
  const { dialect, env: environment, ...rest } = options;
  const server = await startHttpServer(dialect(script));
  const env = environment(server.url);
  return {
    ...rest,
    server,
    env,
    config: (extra = {}) => loadConfig({ ...env, ...extra }),
    close: server.close,
  };
}

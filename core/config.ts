import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

const text = z.string().trim().min(1).optional();

const level = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]);

const environment = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// or postgresql:// URL" })
    .optional(),
  RAPPORT_HOME: text,
  RAPPORT_WORKSPACE: text,
  RAPPORT_USER: text,
  RAPPORT_MODELS: text,
  RAPPORT_MODEL_TIMEOUT_MS: z.coerce.number().int().min(10).max(120_000).default(8_000),
  RAPPORT_EMBEDDER: text,
  RAPPORT_VECTORS: z.enum(["pgvector", "pinecone"]).default("pgvector"),
  PINECONE_API_KEY: text,
  PINECONE_INDEX: text,
  PINECONE_BASE_URL: z.url().optional(),
  RAPPORT_LOG_LEVEL: level.optional(),
  GOOGLE_API_KEY: text,
  GEMINI_API_KEY: text,
  GOOGLE_BASE_URL: z.url().optional(),
  GOOGLE_APPLICATION_CREDENTIALS: text,
  GOOGLE_CLOUD_PROJECT: text,
  GOOGLE_CLOUD_LOCATION: text,
  VERTEX_BASE_URL: z.url().optional(),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: z.url().optional(),
  ANTHROPIC_API_KEY: text,
  ANTHROPIC_BASE_URL: z.url().optional(),
  OLLAMA_BASE_URL: z.url().optional(),
});

/** All that a process is told from outside. Nothing else reads the environment. */
export interface Config {
  /** Real Postgres when set; the embedded database under `home` otherwise. */
  databaseUrl: string | undefined;
  /** Absolute path of the folder that holds the embedded database. */
  home: string;
  /** The workspace to serve when the command names none. */
  workspace: string | undefined;
  /** Who acts when no identity is configured: the operating system's user. */
  user: string;
  /** `provider:model` strings, in order; empty means that no language model is used. */
  models: readonly string[];
  /** Milliseconds one model may take for one vote or one text. */
  modelTimeoutMs: number;
  /** "local", "none" (words only) or `provider:model@dimensions`. */
  embedder: string;
  /** Where vectors are kept. */
  vectors: "pgvector" | "pinecone";
  /** `index` is the name of an index that exists or will be made; `baseUrl` stands in for api.pinecone.io. */
  pinecone: { apiKey?: string; index: string; baseUrl?: string };
  google: { apiKey?: string; baseUrl?: string };
  vertex: { credentialsFile?: string; project?: string; location: string; baseUrl?: string };
  openai: { apiKey?: string; baseUrl?: string };
  anthropic: { apiKey?: string; baseUrl?: string };
  ollama: { baseUrl: string };
}

/**
 * Reads the configuration from environment variables; empty ones count as absent.
 * @throws AppError VALIDATION_FAILED listing every variable that is wrong, not only the first.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new AppError("VALIDATION_FAILED", `The environment is not usable. ${wrong.join("; ")}.`);
  }
  const e = parsed.data;
  return {
    databaseUrl: e.DATABASE_URL,
    home: resolve(e.RAPPORT_HOME ?? ".rapport"),
    workspace: e.RAPPORT_WORKSPACE,
    user: e.RAPPORT_USER ?? env.USER ?? env.USERNAME ?? "local",
    models:
      e.RAPPORT_MODELS?.split(",")
        .map((name) => name.trim())
        .filter(Boolean) ?? [],
    modelTimeoutMs: e.RAPPORT_MODEL_TIMEOUT_MS,
    embedder: e.RAPPORT_EMBEDDER ?? "local",
    vectors: e.RAPPORT_VECTORS,
    pinecone: {
      apiKey: e.PINECONE_API_KEY,
      index: e.PINECONE_INDEX ?? "rapport",
      baseUrl: e.PINECONE_BASE_URL,
    },
    google: { apiKey: e.GOOGLE_API_KEY ?? e.GEMINI_API_KEY, baseUrl: e.GOOGLE_BASE_URL },
    vertex: {
      credentialsFile: e.GOOGLE_APPLICATION_CREDENTIALS,
      project: e.GOOGLE_CLOUD_PROJECT,
      location: e.GOOGLE_CLOUD_LOCATION ?? "us-central1",
      baseUrl: e.VERTEX_BASE_URL,
    },
    openai: { apiKey: e.OPENAI_API_KEY, baseUrl: e.OPENAI_BASE_URL },
    anthropic: { apiKey: e.ANTHROPIC_API_KEY, baseUrl: e.ANTHROPIC_BASE_URL },
    ollama: { baseUrl: e.OLLAMA_BASE_URL ?? "http://127.0.0.1:11434" },
  };
}

/** How much the log says; "warn" unless RAPPORT_LOG_LEVEL names a level. */
export function logLevel(env: NodeJS.ProcessEnv = process.env): z.infer<typeof level> {
  return level.catch("warn").parse(env.RAPPORT_LOG_LEVEL);
}

/**
 * Takes away the variables by which model libraries, of their own accord, send what they are given to a tracing service
 * or gateway, or print it to stdout: a workspace's texts go to the configured models only.
 */
export function forbidTracing(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of tracingVariables) delete env[name];
}

const tracingVariables = [
  "LANGSMITH_TRACING",
  "LANGSMITH_TRACING_V2",
  "LANGCHAIN_TRACING",
  "LANGCHAIN_TRACING_V2",
  "LANGSMITH_GATEWAY",
  "LANGCHAIN_VERBOSE",
  "OPENAI_LOG",
  "ANTHROPIC_LOG",
];

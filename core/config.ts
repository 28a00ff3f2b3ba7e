import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

const text = z.string().trim().min(1).optional();

const level = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]);

/** Whoever can change what comes from there can let anybody in. */
const trusted = z
  .url({ protocol: /^https?$/ })
  .refine((url) => /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/.test(url), {
    error: "must be https, or http on a loopback address",
  });

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
  RAPPORT_AUTH_ISSUER: trusted.optional(),
  RAPPORT_AUTH_AUDIENCE: text,
  RAPPORT_AUTH_JWKS_URL: trusted.optional(),
  RAPPORT_AUTH_TENANT_CLAIM: text,
  RAPPORT_AUTH_ROLES_CLAIM: text,
  RAPPORT_AUTH_USER_CLAIM: text,
  RAPPORT_REQUIRE_AUTH: z.enum(["true", "false"], { error: "must be true or false" }).default("false"),
  RAPPORT_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  RAPPORT_KEEP_PROMPTS: z.enum(["true", "false"], { error: "must be true or false" }).default("true"),
  RAPPORT_MODEL_PRICES: text,
  RAPPORT_CORS_ORIGINS: text,
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must be a redis:// or rediss:// URL" }).optional(),
  RAPPORT_POOL_SIZE: z.coerce.number().int().min(2).max(500).optional(),
  RAPPORT_PREPARED_STATEMENTS: z.enum(["true", "false"], { error: "must be true or false" }).default("true"),
  RAPPORT_ENCRYPTION_KEYS: text,
  RAPPORT_WEBHOOK_NETWORKS: text,
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  RAPPORT_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
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

/** Which identity provider's access tokens are accepted (OAuth 2.1 resource server). */
export interface TokenIssuer {
  /** Exactly as it stands in the tokens' `iss`. */
  issuer: string;
  /** A token is for us when its `aud` names one of these. */
  audiences: string[];
  /** Undefined: the one that the issuer's metadata names. */
  jwksUrl: string | undefined;
  /** The claim that holds a workspace's name or id. */
  tenantClaim: string;
  /** The claim that holds one role or several. */
  rolesClaim: string;
  /** The claim that says who it is, as it stands in contacts' assigned_to. */
  userClaim: string;
}

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
  /** Who is let in over HTTP. Without `issuer` and `required`, everybody who reaches the loopback port is the local user. */
  auth: { issuer: TokenIssuer | undefined; required: boolean };
  /** Where clients reach this service, without a slash at the end; undefined: where it listens. */
  publicUrl: string | undefined;
  /** Whether prompts and responses of language models, redacted, are kept for a week. */
  keepPrompts: boolean;
  /** As `openai:gpt-6=2/12,…`, dollars a million tokens; beside the prices that are built in. */
  modelPrices: string | undefined;
  /** Origins of pages that may call the service from a browser. */
  corsOrigins: readonly string[];
  /** Where requests are counted for all processes together, instead of in Postgres. */
  redisUrl: string | undefined;
  /** Connections to Postgres that this process may hold; undefined: the default. */
  poolSize: number | undefined;
  /** Whether statements stay prepared on connections to Postgres; false behind a pooler that does not keep them. */
  preparedStatements: boolean;
  /** `1:<32 bytes in base64>,2:…`: the highest version encrypts, the others still decrypt. Undefined: a key file under `home`, for the embedded database only. */
  encryptionKeys: string | undefined;
  /** Private networks (CIDR) that webhooks may be sent into; all others are refused. */
  webhookNetworks: readonly string[];
  /** Where traces are sent (OTLP over HTTP); undefined: nowhere. */
  traceEndpoint: string | undefined;
  /** The loopback port that metrics are served on; undefined: nowhere. */
  metricsPort: number | undefined;
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
    models: listOf(e.RAPPORT_MODELS),
    modelTimeoutMs: e.RAPPORT_MODEL_TIMEOUT_MS,
    embedder: e.RAPPORT_EMBEDDER ?? "local",
    vectors: e.RAPPORT_VECTORS,
    pinecone: {
      apiKey: e.PINECONE_API_KEY,
      index: e.PINECONE_INDEX ?? "rapport",
      baseUrl: e.PINECONE_BASE_URL,
    },
    auth: { issuer: tokenIssuer(e), required: e.RAPPORT_REQUIRE_AUTH === "true" },
    publicUrl: e.RAPPORT_PUBLIC_URL?.replace(/\/+$/, ""),
    keepPrompts: e.RAPPORT_KEEP_PROMPTS === "true",
    modelPrices: e.RAPPORT_MODEL_PRICES,
    corsOrigins: listOf(e.RAPPORT_CORS_ORIGINS),
    metricsPort: e.RAPPORT_METRICS_PORT,
    redisUrl: e.REDIS_URL,
    poolSize: e.RAPPORT_POOL_SIZE,
    preparedStatements: e.RAPPORT_PREPARED_STATEMENTS === "true",
    encryptionKeys: e.RAPPORT_ENCRYPTION_KEYS,
    webhookNetworks: listOf(e.RAPPORT_WEBHOOK_NETWORKS),
    traceEndpoint: e.OTEL_EXPORTER_OTLP_ENDPOINT,
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

function listOf(text: string | undefined): string[] {
  const names = text?.split(",").map((name) => name.trim());
  return names?.filter(Boolean) ?? [];
}

function tokenIssuer(e: z.infer<typeof environment>): TokenIssuer | undefined {
  const { RAPPORT_AUTH_ISSUER: issuer, RAPPORT_AUTH_AUDIENCE: audience } = e;
  if (!issuer && !audience && !e.RAPPORT_AUTH_JWKS_URL) return undefined;
  if (!issuer || !audience) {
    throw new AppError(
      "VALIDATION_FAILED",
      "RAPPORT_AUTH_ISSUER and RAPPORT_AUTH_AUDIENCE belong together: tokens are accepted from that issuer, made for that audience. Set both.",
    );
  }
  return {
    issuer,
    audiences: listOf(audience),
    jwksUrl: e.RAPPORT_AUTH_JWKS_URL,
    tenantClaim: e.RAPPORT_AUTH_TENANT_CLAIM ?? "rapport_tenant",
    rolesClaim: e.RAPPORT_AUTH_ROLES_CLAIM ?? "rapport_roles",
    userClaim: e.RAPPORT_AUTH_USER_CLAIM ?? "sub",
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
  // The graph library looks for such variables at every step of every run. In a plain object that costs nothing.
  if (env === process.env) process.env = { ...env };
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

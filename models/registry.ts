import { type Config, forbidTracing } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import { AppError } from "#core/errors.ts";
import type { LanguageModel } from "#core/language-model.ts";
import { batchedEmbedder } from "./embeddings/batched-embedder.ts";
import type { GuardOptions } from "./guard.ts";
import { parseModelId } from "./model-id.ts";
import { anthropic } from "./providers/anthropic.ts";
import { google } from "./providers/google.ts";
import { ollama } from "./providers/ollama.ts";
import { openai } from "./providers/openai.ts";
import type { Provider } from "./providers/provider.ts";
import { vertex } from "./providers/vertex.ts";
import { structuredModel } from "./structured-model.ts";

const providers = new Map<string, Provider>(Object.entries({ google, vertex, openai, anthropic, ollama }));

/** What `google:gemini-embedding-001` and other models of that name return when no `@dimensions` is given. */
const defaultDimensions: Record<string, number> = { "gemini-embedding-001": 768 };

/** pgvector's HNSW index takes no longer vectors: without it every search would read them all. */
const dimensionsAtMost = 2_000;

/** So many may vote on one lead. */
const modelsAtMost = 12;

/**
 * Opens every model of RAPPORT_MODELS, in order, each once. Nothing is sent and no provider's package is loaded yet.
 * @throws AppError VALIDATION_FAILED listing all that is wrong with any of them.
 */
export function openModels(config: Config): LanguageModel[] {
  const ids = [...new Set(config.models)];
  const problems = [...tooMany(ids.length), ...ids.flatMap((id) => problemsOf(id, config))];
  if (problems.length > 0) throw invalid(problems);
  return ids.map((id) => openModel(id, config));
}

function tooMany(count: number): string[] {
  const beyond = count - modelsAtMost;
  if (beyond <= 0) return [];
  return [`RAPPORT_MODELS names ${count} models and at most ${modelsAtMost} can vote: leave out ${beyond}.`];
}

/** Opens one model by its `provider:model`. @throws AppError VALIDATION_FAILED */
export function openModel(id: string, config: Config): LanguageModel {
  const { provider, model } = find(id, config);
  return structuredModel(provider.ask(model, config), guardOptions(id, provider, config));
}

/**
 * Opens an embedding model by its `provider:model` or `provider:model@dimensions`.
 * @throws AppError VALIDATION_FAILED
 */
export function openEmbedder(id: string, config: Config): Embedder {
  const [name = "", given] = id.split(/@(?=\d+$)/);
  const { provider, model } = find(name, config);
  const dimensions = Number(given ?? defaultDimensions[model] ?? 0);
  if (!dimensions) throw invalid([`${name}: say how long its vectors are, as in ${name}@768.`]);
  if (dimensions > dimensionsAtMost) throw invalid([tooLong(name, dimensions)]);
  const embed = provider.embed?.(model, config);
  if (!embed)
    throw invalid([`${name}: this provider has no embeddings; google, vertex, openai and ollama have.`]);
  const options = guardOptions(`${name}@${dimensions}`, provider, config);
  return batchedEmbedder(embed, { ...options, dimensions });
}

function tooLong(name: string, dimensions: number): string {
  const most = dimensionsAtMost.toLocaleString("en");
  return `${name}: its vectors can be indexed with at most ${most} dimensions, not ${dimensions}; models that can shorten theirs take ${name}@1536.`;
}

/** @throws AppError VALIDATION_FAILED */
function find(id: string, config: Config): { provider: Provider; model: string } {
  const problems = problemsOf(id, config);
  const parsed = parseModelId(id);
  const provider = parsed && providers.get(parsed.provider);
  if (!provider || problems.length > 0) throw invalid(problems);
  forbidTracing();
  return { provider, model: parsed.model };
}

function problemsOf(id: string, config: Config): string[] {
  const parsed = parseModelId(id);
  const provider = parsed && providers.get(parsed.provider);
  return provider ? provider.problems(config).map((problem) => `${id}: ${problem}`) : [unknown(id)];
}

function unknown(id: string): string {
  return `${id}: write provider:model, with one of ${[...providers.keys()].join(", ")}.`;
}

function invalid(problems: readonly string[]): AppError {
  return new AppError("VALIDATION_FAILED", `A model cannot be used. ${problems.join(" ")}`);
}

function guardOptions(id: string, provider: Provider, config: Config): GuardOptions {
  return {
    id,
    credential: provider.credential,
    secrets: provider.secrets(config),
    timeoutMs: config.modelTimeoutMs,
  };
}

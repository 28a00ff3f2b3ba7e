/** A model as people write it: `provider:model`. */
export interface ModelId {
  provider: string;
  /** May hold colons and slashes itself: `llama3.2:3b`, `meta-llama/Llama-3.3-70B`. */
  model: string;
}

/** Splits `provider:model` at the first colon; undefined if either half is missing or holds a space. */
export function parseModelId(text: string): ModelId | undefined {
  const [, provider, model] = /^([a-z]+):(\S+)$/.exec(text) ?? [];
  return provider && model ? { provider, model } : undefined;
}

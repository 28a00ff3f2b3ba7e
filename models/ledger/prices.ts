import { AppError } from "#core/errors.ts";

/** US dollars a million tokens, which are micro-dollars a token. */
export interface Price {
  prompt: number;
  response: number;
}

/**
 * Estimates, not compared with the providers' lists: whoever budgets by money sets RAPPORT_MODEL_PRICES. By the beginning of `provider:model`; the
 * longest that fits counts. Without discounts for caching or batches.
 */
const listed: Record<string, Price> = {
  "google:gemini-2.5-pro": { prompt: 1.25, response: 10 },
  "google:gemini-2.5-flash": { prompt: 0.3, response: 2.5 },
  "google:gemini-2.5-flash-lite": { prompt: 0.1, response: 0.4 },
  "openai:gpt-5": { prompt: 1.25, response: 10 },
  "openai:gpt-5-mini": { prompt: 0.25, response: 2 },
  "openai:gpt-5-nano": { prompt: 0.05, response: 0.4 },
  "openai:gpt-4.1": { prompt: 2, response: 8 },
  "openai:gpt-4.1-mini": { prompt: 0.4, response: 1.6 },
  "openai:gpt-4o-mini": { prompt: 0.15, response: 0.6 },
  "anthropic:claude-opus-4-5": { prompt: 5, response: 25 },
  "anthropic:claude-sonnet-4": { prompt: 3, response: 15 },
  "anthropic:claude-haiku-4-5": { prompt: 1, response: 5 },
  "ollama:": { prompt: 0, response: 0 },
};

/** A model that nobody has priced counts as the dearest: a budget must not be overrun by a model without a price. */
const unknown: Price = { prompt: 5, response: 25 };

/** Finds a model's price; Vertex charges what AI Studio does. */
export type PriceOf = (model: string) => Price;

/** Makes the price list, in which what is configured comes before what is listed. */
export function priceList(configured: ReadonlyMap<string, Price> = new Map()): PriceOf {
  const all = new Map([...Object.entries(listed), ...configured]);
  const beginnings = [...all.keys()].toSorted((a, b) => b.length - a.length);
  const find = (model: string) => beginnings.find((beginning) => model.startsWith(beginning));
  return (model) => {
    const key = find(model) ?? find(model.replace(/^vertex:/, "google:"));
    return (key === undefined ? undefined : all.get(key)) ?? unknown;
  };
}

/** What tokens cost, in whole micro-dollars, rounded up. */
export function costOf(price: Price, tokens: Price): number {
  return Math.ceil(tokens.prompt * price.prompt + tokens.response * price.response - 1e-9);
}

/**
 * Reads RAPPORT_MODEL_PRICES, such as `openai:gpt-6=2/12,ollama:=0/0`: dollars a million tokens, prompt/response.
 * @throws AppError VALIDATION_FAILED
 */
export function readPrices(text: string | undefined): Map<string, Price> {
  const entries = (text ?? "").split(",").filter((entry) => entry.trim() !== "");
  return new Map(entries.map(readPrice));
}

function readPrice(entry: string): [string, Price] {
  const [, model, prompt, response] = /^\s*(\S+?)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)\s*$/.exec(entry) ?? [];
  if (model === undefined) {
    throw new AppError(
      "VALIDATION_FAILED",
      `RAPPORT_MODEL_PRICES: ${JSON.stringify(entry.trim().slice(0, 80))} is no price. Write openai:gpt-6=2/12, dollars a million tokens of prompt and response.`,
    );
  }
  return [model, { prompt: Number(prompt), response: Number(response) }];
}

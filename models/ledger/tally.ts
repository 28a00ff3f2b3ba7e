import type { ExchangeWatch, TokenCount } from "#core/language-model.ts";

export interface Tallied {
  prompt: string;
  response: string;
  requests: number;
  tokens: TokenCount;
  estimated: boolean;
}

/** Adds up the requests of one call. A request whose answer never came counts by its length: the provider may charge for it. */
export function tally(charactersPerToken: number): ExchangeWatch & { total(): Tallied } {
  const estimate = (text: string) => Math.ceil(text.length / charactersPerToken);
  const prompts: string[] = [];
  const answers: string[] = [];
  const counts: TokenCount[] = [];
  let told = 0;
  return {
    asked: (prompt) => {
      prompts.push(prompt);
      counts.push({ prompt: estimate(prompt), response: 0 });
    },
    answered: (text, tokens) => {
      answers.push(text);
      if (tokens) told += 1;
      counts[prompts.length - 1] = tokens ?? {
        prompt: estimate(prompts.at(-1) ?? ""),
        response: estimate(text),
      };
    },
    total: () => ({
      // Of two requests the second holds the first.
      prompt: prompts.at(-1) ?? "",
      response: answers.join("\n\n"),
      requests: prompts.length,
      tokens: {
        prompt: counts.reduce((sum, count) => sum + count.prompt, 0),
        response: counts.reduce((sum, count) => sum + count.response, 0),
      },
      estimated: told < prompts.length,
    }),
  };
}

/** What some calls of language models come to. */
export interface UsageSum {
  calls: number;
  /** Those that gave no usable answer. */
  failed: number;
  promptTokens: number;
  responseTokens: number;
  costMicroUsd: number;
}

/** The columns of a UsageSum, of grouped rows of `model_calls`. */
export const usageSums = `count(*) as calls, count(*) filter (where outcome <> 'ok') as failed, sum(prompt_tokens)::bigint as "promptTokens",
  sum(response_tokens)::bigint as "responseTokens", sum(cost_micro_usd)::bigint as "costMicroUsd"`;

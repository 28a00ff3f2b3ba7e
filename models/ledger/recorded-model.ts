import { currentScope } from "#core/call-scope.ts";
import type { LanguageModel, StructuredRequest } from "#core/language-model.ts";
import type { ModelBudget, ModelOutcome, RecordModelCall } from "#core/model-call.ts";
import type { Principal } from "#core/principal.ts";
import { inSpan } from "#core/telemetry.ts";
import { chatSpan } from "../chat-span.ts";
import { outcomeOf } from "../failure.ts";
import { costOf, type PriceOf } from "./prices.ts";
import { tally } from "./tally.ts";

export interface Ledger {
  record: RecordModelCall;
  budget?: ModelBudget;
  priceOf: PriceOf;
}

/** Tokens that an answer may well have, for what is set aside of the budget while a call is under way. */
const expectedResponse = 500;
const charactersPerToken = 4;

/**
 * A language model whose calls are written down with what they used and cost, and which is not asked once the tenant's
 * budget is used up. Calls outside of any scope are nobody's and are neither.
 */
export function recordedModel(model: LanguageModel, ledger: Ledger): LanguageModel {
  return {
    id: model.id,
    generate: async (request) => {
      const { principal, purpose } = currentScope();
      return principal && purpose
        ? generate(model, request, { ...ledger, principal, purpose })
        : model.generate(request);
    },
  };
}

async function generate<T>(
  model: LanguageModel,
  request: StructuredRequest<T>,
  { principal, purpose, record, budget, priceOf }: Ledger & { principal: Principal; purpose: string },
): Promise<T> {
  const price = priceOf(model.id);
  const prompt = Math.ceil((request.system.length + request.input.length) / charactersPerToken);
  const expected = { prompt, response: expectedResponse };
  const release = await budget?.admit(principal, {
    model: model.id,
    tokens: expected.prompt + expected.response,
    costMicroUsd: costOf(price, expected),
  });
  const began = performance.now();
  const used = tally(charactersPerToken);
  const note = (outcome: ModelOutcome) => {
    const { tokens, ...said } = used.total();
    const written = record({
      ...said,
      principal,
      purpose,
      model: model.id,
      promptTokens: tokens.prompt,
      responseTokens: tokens.response,
      responseTimeMs: Math.round(performance.now() - began),
      costMicroUsd: costOf(price, tokens),
      outcome,
    });
    // What was set aside is given back when the call itself counts.
    void written.then(release);
  };
  try {
    const answer = await inSpan(`chat ${model.id}`, chatSpan(model.id), async (span) => {
      try {
        return await model.generate({ ...request, watch: used });
      } finally {
        const { prompt, response } = used.total().tokens;
        span?.set({ "gen_ai.usage.input_tokens": prompt, "gen_ai.usage.output_tokens": response });
      }
    });
    note("ok");
    return answer;
  } catch (error) {
    note(outcomeOf(error));
    throw error;
  }
}

import { z } from "zod";
import type { ExchangeWatch, LanguageModel, StructuredRequest, TokenCount } from "#core/language-model.ts";
import type { Ask, JsonSchema } from "./ask.ts";
import { ModelError } from "./failure.ts";
import { createGuard, type GuardOptions } from "./guard.ts";
import { patient } from "./patience.ts";
import { firstTurns, repairTurns } from "./prompt.ts";
import { readAnswer } from "./read-answer.ts";

/** Makes a LanguageModel of a way to ask: it checks each answer, has a bad one mended once, and keeps the time limit over both. */
export function structuredModel(ask: Ask, options: GuardOptions): LanguageModel {
  const guard = createGuard(options);
  const model: LanguageModel = {
    id: options.id,
    generate: (request) =>
      guard(request.signal, (signal) => exchange(ask, options.id, { ...request, signal }), request.timeoutMs),
  };
  return options.breaker === false ? model : patient(model, options.timeoutMs);
}

async function exchange<T>(
  plainAsk: Ask,
  id: string,
  { system, input, schema, schemaName, signal, watch }: StructuredRequest<T> & { signal: AbortSignal },
): Promise<T> {
  const ask = watch ? watched(plainAsk, watch) : plainAsk;
  const json = toJsonSchema(schema);
  const turns = firstTurns(system, input);
  const first = await ask({ turns, schema: json, schemaName, signal });
  const read = readAnswer(first, schema);
  if ("value" in read) return read.value;
  const repair = [...turns, ...repairTurns(first, read.complaint, json)];
  const mended = readAnswer(await ask({ turns: repair, schema: json, schemaName, signal }), schema);
  if ("value" in mended) return mended.value;
  throw new ModelError(`${id} twice gave an answer that does not fit ${schemaName}.`, {
    retryable: false,
    trips: false,
    cause: new Error(mended.complaint),
  });
}

/** Tells the watch of each request and of its answer, with what it used. */
function watched(ask: Ask, watch: ExchangeWatch): Ask {
  return async (request) => {
    let tokens: TokenCount | undefined;
    watch.asked(request.turns.map(([role, text]) => `${role}: ${text}`).join("\n\n"));
    const answer = await ask({
      ...request,
      onTokens: (count) => {
        tokens = count;
      },
    });
    watch.answered(answer, tokens);
    return answer;
  };
}

/** Draft 2020-12 without its `$schema` line, which some providers refuse. */
function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return json;
}

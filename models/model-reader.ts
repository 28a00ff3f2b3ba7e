import { attributionOf } from "#core/attribution.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import { toAppError } from "#core/errors.ts";
import type { LanguageModel, StructuredRequest } from "#core/language-model.ts";
import type { Read, Reader, ReaderCall } from "#core/reader.ts";
import { labelled, showCall } from "./reading-prompt.ts";
import { answered, graded, rewritten, steps, understood } from "./reading-steps.ts";

/** Below this a model is not asked: it could not answer. */
const worthAskingMs = 250;

type WithPassages = ReaderCall & { passages: readonly PassageHit[] };

/**
 * A model that understands, grades, rewrites and answers; each step falls back to the local reader when the model fails or
 * its time is too short. It sees passages under labels, never ids, and labels it was not shown are dropped.
 */
export function modelReader(model: LanguageModel, local: Reader): Reader {
  const ask = async <Raw, T>(
    call: ReaderCall,
    request: Pick<StructuredRequest<Raw>, "system" | "schema" | "schemaName" | "input">,
    read: (raw: Raw) => T,
    fallBack: () => Promise<Read<T>>,
  ): Promise<Read<T>> => {
    const { signal, timeoutMs } = call;
    if (timeoutMs !== undefined && timeoutMs < worthAskingMs) {
      return {
        ...(await fallBack()),
        note: `${model.id} was not asked to ${request.schemaName}: no time was left`,
      };
    }
    try {
      return { value: read(await model.generate({ ...request, signal, timeoutMs })), engine: model.id };
    } catch (error) {
      return {
        ...(await fallBack()),
        note: `${model.id} did not ${request.schemaName}: ${toAppError(error).message}`,
      };
    }
  };
  return {
    engine: model.id,
    understand: (call) =>
      ask(call, { ...steps.understand, input: showCall(call) }, understood(call), () =>
        local.understand(call),
      ),
    grade: (call) =>
      ask(call, { ...steps.grade, input: show(call) }, graded(call.passages), () => local.grade(call)),
    rewrite: async (call) => {
      const guess = await local.rewrite(call);
      const input = `${show(call)}\nSearched before: ${JSON.stringify(call.tried.slice(0, 20))}`;
      // The feedback terms come from statistics, whoever words the queries.
      const read = rewritten(guess.value.expansion);
      return ask(call, { ...steps.rewrite, input }, read, async () => guess);
    },
    answer: (call) =>
      ask(call, { ...steps.answer, input: show(call) }, answered(call.passages), () => local.answer(call)),
  };
}

function show(call: WithPassages): string {
  const passages = call.passages.map((passage) => ({ head: attributionOf(passage), text: passage.text }));
  return `${showCall(call)}\n${labelled(passages)}`;
}

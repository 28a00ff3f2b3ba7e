import { AppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { parseInput } from "#tools/parse-input.ts";
import type { Rapport } from "../compose/compose.ts";
import type { Try } from "./worked-queue.ts";

/** Jobs that are a tool's run. */
export function jobTools({ draftResponse, generateInsights }: Rapport["tools"]) {
  return {
    /** Proposes a reply to a conversation; nothing where nothing waits any more. */
    draft: async ({ principal, id, signal }: Try): Promise<void> => {
      try {
        await draftResponse.run({ principal, signal }, parseInput(draftResponse, { conversation_id: id }));
      } catch (error) {
        if (!(error instanceof AppError) || !expected.has(error.code)) throw error;
        log.info({ conversation: id, code: error.code }, "no reply is drafted");
      }
    },
    /** Makes a run of insights, which is stored. */
    refreshInsights: async ({ principal, signal }: Try): Promise<void> => {
      await generateInsights.run({ principal, signal }, parseInput(generateInsights, {}));
    },
  };
}

/** Errors that say that there is nothing to answer. */
const expected = new Set(["NOT_FOUND", "CONFLICT", "NOT_READY", "VALIDATION_FAILED"]);

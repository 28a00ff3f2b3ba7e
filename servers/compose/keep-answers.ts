import { authorize } from "#core/access.ts";
import type { Config } from "#core/config.ts";
import type { LanguageModel } from "#core/language-model.ts";
import { askTogether } from "#knowledge/answers/ask-together.ts";
import { questionKey } from "#knowledge/answers/question-key.ts";
import type { Database } from "#knowledge/db/database.ts";
import { noteOrigin } from "../answer-origin.ts";
import type { AnyTool } from "../mcp/server-definition.ts";
import { version } from "../version.ts";

export interface KeepingParts {
  config: Config;
  db: Database;
  models: readonly LanguageModel[];
}

/** By the tools whose answers are kept, whether one was made with all that is configured. */
type Whole = Readonly<Record<string, (output: never, parts: KeepingParts) => boolean>>;

interface Searched {
  searched: { embedder: string | null };
}

const whole: Whole = {
  ask_conversations: (output: Searched & { notes: string[] }, parts) =>
    output.notes.length === 0 && isByMeaning(output, parts),
  search_conversations: (output: Searched, parts) => isByMeaning(output, parts),
  // Its notes tell of the data as well as of models.
  generate_insights: ({ notes }: { notes: string[] }, { models }) =>
    !notes.some((note) => models.some(({ id }) => note.includes(id))),
};

/** The same tools, of which those that answer questions give what they answered before, as long as nothing has changed. */
export function keepAnswers<Tools extends Record<string, AnyTool>>(tools: Tools, parts: KeepingParts): Tools {
  const ask = askTogether(parts.db);
  const { config, models } = parts;
  const engine = [
    version,
    models.map(({ id }) => id),
    config.embedder,
    config.vectors,
    config.modelTimeoutMs,
  ];
  const keeping = (tool: AnyTool): AnyTool => {
    const isWhole = whole[tool.name];
    if (!isWhole) return tool;
    return {
      ...tool,
      run: async (context, input) => {
        const { principal, signal } = context;
        // What is kept was made for somebody who may see the same; whether this caller may ask is decided each time.
        authorize(principal, tool.permission);
        const { answer, isKept } = await ask({
          tenantId: principal.tenant.id,
          key: questionKey({ tool: tool.name, input, principal, engine }, Date.now()),
          signal,
          answer: (shared) => tool.run({ ...context, signal: shared }, input),
          isWhole: (output) => isWhole(output as never, parts),
        });
        noteOrigin(answer, isKept ? "HIT" : "MISS");
        return answer;
      },
    };
  };
  return Object.fromEntries(Object.entries(tools).map(([name, tool]) => [name, keeping(tool)])) as Tools;
}

function isByMeaning({ searched }: Searched, { config }: KeepingParts): boolean {
  return searched.embedder !== null || config.embedder === "none";
}

import { withinScope } from "#core/call-scope.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Retrieve } from "#core/retrieval.ts";
import { findPassages, type SearchPassages } from "#tools/find-passages.ts";

/**
 * Makes agentic retrieval: searching in rounds and answering with citations. The graph is built on the first call.
 * @param model reads and writes; without one the local reader does.
 */
export function openRetrieve(search: SearchPassages, model: LanguageModel | undefined) {
  let built: Promise<Retrieve> | undefined;
  const build = () => {
    built ??= load(search, model);
    return built;
  };
  const retrieve: Retrieve = (context, question) =>
    withinScope({ principal: context.principal, purpose: "ask_conversations" }, async () =>
      (await build())(context, question),
    );
  return { build, retrieve };
}

async function load(search: SearchPassages, model: LanguageModel | undefined): Promise<Retrieve> {
  const { buildRetrieve } = await import("#graphs/retrieval/retrieve.ts");
  const { supports } = await import("#knowledge/grounding/supports.ts");
  const { localReader } = await import("#knowledge/retrieval/reading/local-reader.ts");
  const { modelReader } = await import("#models/model-reader.ts");
  const reader = model ? modelReader(model, localReader) : localReader;
  return buildRetrieve({ findPassages: findPassages(search), reader, localReader, supports });
}

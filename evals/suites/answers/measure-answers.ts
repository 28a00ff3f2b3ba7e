import type { Retrieve } from "#core/retrieval.ts";
import type { Embedded } from "../../product/with-embedded.ts";
import { loadSet } from "../retrieval/load-set.ts";
import type { LocalSearch } from "../retrieval/open-search.ts";
import type { AnswerSource } from "./answer-source.ts";
import { askCase } from "./ask-case.ts";
import { judgeAnswers } from "./judge-answers.ts";
import type { AnsweredCase, AnswerResult } from "./results.ts";

/** Asks every source's questions of a workspace with that source's texts, and judges the answers together. */
export async function measureAnswers(
  sources: readonly AnswerSource[],
  { embedded, local, retrieve }: { embedded: Embedded; local: LocalSearch; retrieve: Retrieve },
): Promise<AnswerResult> {
  const answered: AnsweredCase[] = [];
  const engines = new Set<string>();
  for (const source of sources) {
    const principal = await embedded.principal(`evals-answers-${source.name}`);
    await loadSet({ db: embedded.db, local, principal }, source);
    for (const asked of source.cases) {
      const { engine, ...result } = await askCase(retrieve, principal, asked);
      answered.push(result);
      engines.add(engine);
    }
  }
  return judgeAnswers(answered, [...engines].join(", "));
}

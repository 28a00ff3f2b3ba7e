import type { PassageHit } from "#core/domain/passage.ts";
import type { Principal } from "#core/principal.ts";
import type { Retrieve } from "#core/retrieval.ts";
import { documentId } from "../retrieval/document-ids.ts";
import type { AnswerCase, AnsweredCase } from "./results.ts";
import { standsIn } from "./stands-in.ts";

const limit = 10;

/** Asks one question of a workspace and compares the answer with what it should be. */
export async function askCase(
  retrieve: Retrieve,
  principal: Principal,
  asked: AnswerCase,
): Promise<AnsweredCase & { engine: string }> {
  const started = performance.now();
  const context = { principal, signal: AbortSignal.timeout(120_000) };
  const { answer, passages, abstained, engine } = await retrieve(context, {
    text: asked.question,
    limit,
    answer: true,
  });
  const byNo = new Map(passages.map((passage) => [passage.no, passage]));
  const cited = (nos: readonly number[]) => nos.flatMap((no) => byNo.get(no) ?? []);
  const goldens = new Set(asked.gold);
  return {
    ...asked,
    engine,
    abstained: abstained || answer.length === 0,
    citesGold: answer.some(({ citations }) => cited(citations).some((hit) => goldens.has(documentId(hit)))),
    sentences: answer.length,
    unsupported: answer
      .filter(({ text, citations }) => !cited(citations).some((hit) => standsIn(text, wordsOf(hit))))
      .map(({ text }) => text),
    milliseconds: performance.now() - started,
  };
}

function wordsOf({ title, text }: PassageHit): string {
  return `${title ?? ""}\n${text}`;
}

import { toAppError } from "#core/errors.ts";
import type { Question, Retrieve, Retrieved } from "#core/retrieval.ts";
import { buildRetrievalGraph } from "./graph.ts";
import type { RetrievalPorts } from "./ports.ts";
import type { RetrievalState } from "./state.ts";

/** When a question does not say how long it may take. */
const defaultTimeoutMs = 20_000;

/** Five rounds of four steps, and the rest. */
const recursionLimit = 40;

/** Compiles the graph once and makes the function that others find passages and answers with. @throws AppError */
export function buildRetrieve(ports: RetrievalPorts): Retrieve {
  const graph = buildRetrievalGraph(ports);
  return async (context, question) => {
    const startedAt = performance.now();
    const deadline = startedAt + (question.timeoutMs ?? defaultTimeoutMs);
    const start = { context, question: withinBounds(question), startedAt, deadline };
    try {
      const final = await graph.invoke(start, { signal: context.signal, recursionLimit });
      return toRetrieved(final as RetrievalState);
    } catch (error) {
      throw toAppError(error);
    }
  };
}

function withinBounds(question: Question): Question {
  const limit = Math.min(50, Math.max(1, Math.trunc(question.limit)));
  const rounds = Math.min(5, Math.max(1, Math.trunc(question.rounds ?? 3)));
  return { ...question, limit, rounds };
}

function toRetrieved(state: RetrievalState): Retrieved {
  const { question, pool, grades, searches, engines, notes } = state;
  const answer = state.answer ?? [];
  const cited = new Set(answer.flatMap(({ citations }) => citations));
  // What an answer rests on is always among what is returned.
  const listed = pool.filter(({ no }, index) => index < question.limit || cited.has(no));
  const passages = [
    ...listed.filter(({ no }) => cited.has(no)),
    ...listed.filter(({ no }) => !cited.has(no)),
  ].slice(0, Math.max(question.limit, cited.size));
  const order = new Map(pool.map(({ no }, index) => [no, index]));
  const rated = answer.length > 0 ? [...cited] : passages.map(({ no }) => no);
  return {
    passages: passages.toSorted((a, b) => (order.get(a.no) ?? 0) - (order.get(b.no) ?? 0)),
    answer,
    abstained: question.answer && answer.length === 0,
    confidence: Math.min(1, Math.max(0, ...rated.map((no) => grades[no] ?? 0))),
    tried: searches.map(({ text, round, hits }) => ({ query: text, round, found: hits.length })),
    searched: searches[0]?.searched ?? { passages: 0, embedder: null, pending: 0 },
    engine: (question.answer ? state.writer : engines.find((engine) => engine !== "local")) ?? "local",
    notes: [...new Set(notes)],
  };
}

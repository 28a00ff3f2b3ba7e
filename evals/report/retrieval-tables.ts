import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import type { AnswerResult } from "../suites/answers/results.ts";
import { type Mean, meanWithInterval } from "../suites/retrieval/mean-interval.ts";
import type { RetrievalReport, RetrievalResults, SetResult } from "../suites/retrieval/results.ts";
import type { DataTable } from "./data-table.ts";
import { shownValue, verdictOf } from "./figure-table.ts";
import { count, fraction, percent, range } from "./numbers.ts";

/** Floors, what was measured, and whether they hold. */
export function retrievalFloorTable({ floors }: Pick<RetrievalReport, "floors">): DataTable {
  return {
    head: ["floor", "measured", "target", "verdict"],
    rows: floors.map((floor) => [floor.name, shownValue(floor), floor.target?.text ?? "", verdictOf(floor)]),
  };
}

/** Each way of searching one set: means over queries with 95 % intervals. */
export function systemTable({ systems, k }: SetResult): DataTable {
  return {
    head: ["search", "nDCG@10 (95 %)", `recall@${k} (95 %)`, "MRR@10 (95 %)", "p50", "p95"],
    rows: systems.map(({ system, queries, p50, p95 }) => [
      system,
      meanText(meanWithInterval(queries.map(({ ndcg10 }) => ndcg10))),
      meanText(meanWithInterval(queries.map(({ recall }) => recall))),
      meanText(meanWithInterval(queries.map(({ mrr10 }) => mrr10))),
      `${p50.toFixed(1)} ms`,
      `${p95.toFixed(1)} ms`,
    ]),
  };
}

/** What each part is worth: differences on the same queries. */
export function differenceTable({ differences, sets }: RetrievalResults): DataTable {
  const names = { ndcg10: "nDCG@10", recall: "recall", mrr10: "MRR@10" };
  const kOf = (name: string) => sets.find((set) => set.name === name)?.k;
  return {
    head: ["set", "figure", "with", "against", "difference (95 %)"],
    rows: differences.map(({ set, metric, ours, theirs, difference }) => [
      set,
      metric === "recall" ? `recall@${kOf(set)}` : names[metric],
      ours,
      theirs,
      signed(difference),
    ]),
  };
}

/** Answered and declined, all together and by source. */
export function answerTable({ shares }: AnswerResult): DataTable {
  return {
    head: ["questions", "source", "number", "as it should be (95 %)", "wrong answers"],
    rows: shares.map(({ kind, source, of, right, wrong }) => {
      const { low, high } = wilsonInterval(right, of);
      const share = of === 0 ? "–" : `${percent(right / of)} (${percent(low)}–${percent(high)})`;
      return [kind, source, String(of), share, String(wrong)];
    }),
  };
}

/** Some questions that went wrong. */
export function exampleTable({ examples }: AnswerResult): DataTable {
  return {
    head: ["question", "source", "what went wrong"],
    rows: examples.map(({ question, source, what }) => [question, source, what]),
  };
}

/** One sentence about a set. */
export function describeSet({ about, queries, documents, seconds }: SetResult): string {
  return `${count(queries)} queries over ${count(documents)} texts: ${about}. Imported and indexed in ${seconds.toFixed(0)} s.`;
}

/** One sentence about the answers. */
export function describeAnswers({ engine, sentences, unsupported, p50, p95 }: AnswerResult): string {
  return `Engine: ${engine}. ${count(sentences)} sentences, ${unsupported.length} whose words do not stand in the passages they cite. ${p50.toFixed(0)} ms a question at p50, ${p95.toFixed(0)} ms at p95.`;
}

function meanText(mean: Mean): string {
  return `${fraction(mean.value)} (${range(mean)})`;
}

function signed({ value, low, high }: Mean): string {
  const text = (number: number) => `${number < 0 ? "−" : "+"}${fraction(Math.abs(number))}`;
  return `${text(value)} (${text(low)} to ${text(high)})`;
}

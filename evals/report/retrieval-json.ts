import { meanWithInterval } from "../suites/retrieval/mean-interval.ts";
import type { RetrievalReport } from "../suites/retrieval/results.ts";
import { verdictOf } from "./figure-table.ts";

/** The whole report for machines: floors with their targets as text, and means instead of each query's figures. */
export function retrievalJson(report: RetrievalReport): string {
  const floors = report.floors.map((floor) => ({
    name: floor.name,
    value: floor.value,
    unit: floor.unit,
    target: floor.target?.text,
    verdict: verdictOf(floor),
  }));
  const sets = report.sets.map((set) => ({
    ...set,
    systems: set.systems.map(({ queries, ...system }) => ({
      ...system,
      ndcg10: meanWithInterval(queries.map(({ ndcg10 }) => ndcg10)),
      recall: meanWithInterval(queries.map(({ recall }) => recall)),
      mrr10: meanWithInterval(queries.map(({ mrr10 }) => mrr10)),
    })),
  }));
  return `${JSON.stringify({ ...report, sets, floors }, null, 1)}\n`;
}

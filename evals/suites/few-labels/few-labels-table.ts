import type { DataTable } from "#evals/report/data-table.ts";
import type { FewLabels } from "./measure-few-labels.ts";

/** One line for each business and size, one column for each way of learning: mean AUC with its standard error. */
export function fewLabelsTable(found: readonly FewLabels[]): DataTable {
  const ways = [...new Set(found.map(({ way }) => way))];
  const lines = Map.groupBy(found, ({ business, size }) => `${business}|${size}`);
  return {
    head: ["business", "leads", ...ways.map((way) => `AUC, ${way}`), "AUC of the true chances"],
    rows: [...lines.values()].flatMap((line) => {
      const [first] = line;
      if (!first) return [];
      const cells = ways.map((way) => shown(line.find((figure) => figure.way === way)));
      return [[first.business, first.size, ...cells, first.ceiling.toFixed(3)]];
    }),
  };
}

function shown(figure: FewLabels | undefined): string {
  if (!figure) return "";
  const error = figure.aucError > 0 ? ` ± ${figure.aucError.toFixed(3)}` : "";
  return `${figure.auc.toFixed(3)}${error}`;
}

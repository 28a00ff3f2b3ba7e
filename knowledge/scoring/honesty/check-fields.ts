import { factorName } from "../explain/factors.ts";
import { type FeatureRow, fieldFeature } from "../features/feature.ts";
import { type Alone, aloneAmongFilled, aloneOf } from "./alone.ts";
import { aloneFindings, type FieldAlone } from "./alone-findings.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { columnsOf } from "./feature-columns.ts";
import type { FieldCheck, Finding } from "./field-check.ts";
import type { FieldHistory } from "./field-history.ts";
import { habitsOf, historyFindings } from "./history-findings.ts";
import { type Outcomes, outcomesOf } from "./outcomes.ts";
import { strongestFindings } from "./strongest.ts";

export interface FieldsToCheck {
  rows: readonly FeatureRow[];
  /** 1 won, 0 lost, by row. */
  labels: Uint8Array;
  /** From `findCopies`; absent, none are copies. */
  copyOf?: Int32Array;
  history?: FieldHistory;
}

/** Fewer leads of either outcome than this show nothing that chance could not. */
const fewest = 8;
/** A field is also judged among the leads that have it if they are at least this share of all, and not nearly all. */
const gappy = { least: 0.15, most: 0.95 };

/**
 * Looks for fields that know the outcome, from the data and the fields' history and never from their names. Leaks come
 * first, then by how much each explains alone; a field that nothing speaks against is not listed. With one outcome only,
 * or hardly any leads, there is nothing to see.
 */
export function checkFields({ rows, labels, copyOf, history }: FieldsToCheck): FieldCheck[] {
  const columns = judgeColumns(rows, outcomesOf(labels, copyOf));
  const findings = new Map<string, Finding[]>();
  for (const column of columns) findings.set(column.source, aloneFindings(column));
  if (history) addHistory(findings, history);
  const isLeak = (source: string) => findings.get(source)?.some(({ verdict }) => verdict === "leak");
  for (const [source, finding] of strongestFindings(columns.filter((column) => !isLeak(column.source)))) {
    add(findings, source, [finding]);
  }
  const alone = new Map(columns.map((column) => [column.source, column.alone]));
  return [...findings]
    .flatMap(([source, found]) => (found.length === 0 ? [] : [toCheck(source, found, alone.get(source))]))
    .sort(byWeight);
}

function judgeColumns(rows: readonly FeatureRow[], outcomes: Outcomes): FieldAlone[] {
  if (Math.min(outcomes.won, outcomes.lost) < fewest) return [];
  const columns = columnsOf(rows);
  return [...columns].map(([source, values]) => {
    const cells = cellsOf(values);
    return {
      source,
      alone: aloneOf(cells, outcomes),
      amongFilled: judgeFilled(cells, outcomes),
      columns: columns.size,
    };
  });
}

function judgeFilled(cells: Cells, outcomes: Outcomes): Alone | null {
  const filled = [0, 0];
  for (let i = 0; i < cells.cell.length; i++) {
    const label = outcomes.labels[i] as number;
    if (cells.cell[i] !== 0) filled[label] = (filled[label] as number) + 1;
  }
  const [lost = 0, won = 0] = filled;
  const share = (lost + won) / cells.cell.length;
  if (share < gappy.least || share > gappy.most || Math.min(lost, won) < fewest) return null;
  return aloneAmongFilled(cells, outcomes);
}

function addHistory(findings: Map<string, Finding[]>, history: FieldHistory): void {
  const habits = habitsOf(history);
  for (const field of history.fields) {
    add(findings, fieldFeature(field.field), historyFindings(field, history, habits));
  }
}

function add(findings: Map<string, Finding[]>, source: string, more: readonly Finding[]): void {
  const known = findings.get(source);
  if (known) known.push(...more);
  else findings.set(source, [...more]);
}

function toCheck(source: string, found: readonly Finding[], alone: Alone | undefined): FieldCheck {
  const sorted = found.toSorted((a, b) => rank(a) - rank(b));
  return {
    source,
    field: factorName(source),
    verdict: sorted[0]?.verdict ?? "suspect",
    kinds: [...new Set(sorted.map(({ kind }) => kind))],
    evidence: sorted.map(({ sentence }) => sentence),
    aloneAuc: alone?.auc ?? null,
    aloneExplained: alone?.explained ?? null,
  };
}

function rank({ verdict }: Finding): number {
  return verdict === "leak" ? 0 : 1;
}

function byWeight(a: FieldCheck, b: FieldCheck): number {
  if (a.verdict !== b.verdict) return a.verdict === "leak" ? -1 : 1;
  return (b.aloneExplained ?? 0) - (a.aloneExplained ?? 0) || (a.source < b.source ? -1 : 1);
}

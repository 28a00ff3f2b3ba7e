import { checkFields } from "#knowledge/scoring/honesty/check-fields.ts";
import { type PlantedTable, plantedTable } from "./generators.ts";
import { type LeakKind, leakKinds, onlySuspicious } from "./leaks.ts";

/** How many leaks of a kind were planted, named at all, and named as leaks. */
export interface Recall {
  planted: number;
  named: number;
  leaks: number;
}

/** How well leaks are told from honest fields on made-up tables. */
export interface PlantedLeaks {
  tables: number;
  all: Recall;
  byKind: Record<LeakKind, Recall>;
  /** Honest fields named, over all tables, and of these those named as leaks. */
  falseAlarms: number;
  falseLeaks: number;
  /** Share of tables with more than one false alarm. */
  tablesOverOne: number;
  /** Most false alarms of one table. */
  worst: number;
  /** Each false alarm and each missed leak in words. */
  mistakes: string[];
}

/** Plants leaks in that many tables and looks for them. Same first seed, same result. */
export function measurePlantedLeaks(tables: number, firstSeed = 1): PlantedLeaks {
  const blank = (): Recall => ({ planted: 0, named: 0, leaks: 0 });
  const byKind = Object.fromEntries(leakKinds.map((kind) => [kind, blank()])) as Record<LeakKind, Recall>;
  const total: PlantedLeaks = {
    tables,
    all: blank(),
    byKind,
    falseAlarms: 0,
    falseLeaks: 0,
    tablesOverOne: 0,
    worst: 0,
    mistakes: [],
  };
  for (let t = 0; t < tables; t++) judge(plantedTable(firstSeed + t), total);
  total.tablesOverOne /= tables;
  return total;
}

function judge(table: PlantedTable, total: PlantedLeaks): void {
  const checks = new Map(checkFields(table).map((check) => [check.source, check]));
  for (const [source, kind] of table.planted) {
    const check = checks.get(source);
    for (const recall of [total.all, total.byKind[kind]]) {
      recall.planted++;
      if (check) recall.named++;
      if (check?.verdict === "leak") recall.leaks++;
    }
    if (!check || (check.verdict !== "leak" && !onlySuspicious.has(kind))) {
      total.mistakes.push(`${check ? "only suspect" : "missed"}: ${kind} (${table.description})`);
    }
  }
  const wrong = [...checks.values()].filter(({ source }) => !table.planted.has(source));
  total.falseAlarms += wrong.length;
  total.falseLeaks += wrong.filter(({ verdict }) => verdict === "leak").length;
  total.worst = Math.max(total.worst, wrong.length);
  if (wrong.length > 1) total.tablesOverOne++;
  for (const { source, verdict, kinds, aloneAuc } of wrong) {
    total.mistakes.push(
      `false ${verdict}: ${table.legit.get(source) ?? source}, ${kinds.join(" ")}, AUC ${aloneAuc?.toFixed(2)} (${table.description})`,
    );
  }
}

import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import type { Told } from "../suites/insights/judging/told.ts";
import type { LieResult } from "../suites/insights/lies/measure-lies.ts";
import type { NullResult } from "../suites/insights/measuring/measure-null.ts";
import type { PlantedResult } from "../suites/insights/measuring/measure-planted.ts";
import { precisionOf, recallOf, type Share } from "../suites/insights/shares.ts";
import type { DataTable } from "./data-table.ts";
import { fraction, percent } from "./numbers.ts";

/** Recall and precision of each kind of planted effect, and of all. */
export function kindTable(planted: readonly PlantedResult[]): DataTable {
  return shareTable("planted", planted, ({ kind }) => kind, { all: true });
}

/** The same by the form that the effect takes. */
export function shapeTable(planted: readonly PlantedResult[]): DataTable {
  return shareTable("planted as", planted, ({ kind, shape }) => `${kind}: ${shape}`);
}

/** The same by what the effect is in. */
export function driverTable(planted: readonly PlantedResult[]): DataTable {
  return shareTable("planted in", planted, ({ kind, driver }) => `${kind} of ${driver}`);
}

/** The same by the length of the period. */
export function lengthTable(planted: readonly PlantedResult[]): DataTable {
  return shareTable("period", planted, ({ kind, days }) => `${kind}, ${lengthOf(days)}`);
}

function shareTable(
  name: string,
  planted: readonly PlantedResult[],
  groupOf: (one: PlantedResult) => string,
  { all = false } = {},
): DataTable {
  const groups = [...Map.groupBy(planted, groupOf)];
  const row = (group: string, results: readonly PlantedResult[]) => [
    group,
    String(results.length),
    shareText(recallOf(results)),
    shareText(precisionOf(results)),
    String(results.filter(({ found, unsure }) => !found && unsure.length > 0).length),
  ];
  return {
    head: [name, "workspaces", "recall (95 %)", "precision (95 %)", "told below .8"],
    rows: [...groups.map(([group, results]) => row(group, results)), ...(all ? [row("all", planted)] : [])],
  };
}

/** What was missed, and what was told instead. */
export function missedTable(planted: readonly PlantedResult[]): DataTable {
  return {
    head: ["seed", "planted", "size", "z", "days", "told with confidence", "below"],
    rows: planted
      .filter(({ found }) => !found)
      .map(({ seed, kind, driver, shape, size, strength, days, right, wrong, unsure }) => [
        seed,
        `${kind} of ${driver}, ${shape}`,
        size,
        strength.toFixed(1),
        String(days),
        claims([...right, ...wrong]),
        claims(unsure),
      ]),
  };
}

/** Which false claims are made, the most frequent first. */
export function wrongTable(results: readonly { wrong: readonly Told[] }[]): DataTable {
  const wrong = results.flatMap(({ wrong }) =>
    wrong.map(({ analysis, metric, dimension }) => `${analysis}|${metric}|${dimension ?? ""}`),
  );
  const counted = [...Map.groupBy(wrong, (key) => key)].toSorted((a, b) => b[1].length - a[1].length);
  return {
    head: ["analysis", "metric", "dimension", "false claims"],
    rows: counted.map(([key, all]) => [...key.split("|"), String(all.length)]),
  };
}

/** Null workspaces that report something, by their circumstances. */
export function nullTable(nulls: readonly NullResult[]): DataTable {
  const by: readonly [string, (one: NullResult) => string][] = [
    ["week", ({ flat }) => (flat ? "no weekly pattern" : "weekly pattern, whose findings are no false ones")],
    ["records", ({ history }) => `records before the period: ${history}`],
    ["length", ({ days }) => `period of ${lengthOf(days)}`],
    [
      "size",
      ({ contacts }) =>
        `${contacts < 500 ? "under 500" : contacts < 1_500 ? "500–1,499" : "1,500 and more"} contacts`,
    ],
  ];
  const row = (name: string, results: readonly NullResult[]) => {
    const hits = results.filter(({ wrong }) => wrong.length > 0).length;
    return [name, String(results.length), String(hits), shareText({ hits, of: results.length })];
  };
  return {
    head: ["null workspaces", "number", "with a finding", "share (95 %)"],
    rows: [
      ...by.flatMap(([, groupOf]) =>
        [...Map.groupBy(nulls, groupOf)]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, results]) => row(name, results)),
      ),
      row("all", nulls),
    ],
  };
}

/** What a lying model was made to say, and what of it arrived. */
export function lieTable(lies: readonly LieResult[]): DataTable {
  return {
    head: ["lie", "cases", "texts changed", "reached the answer"],
    rows: [...Map.groupBy(lies, ({ kind }) => kind)].map(([kind, cases]) => [
      kind,
      String(cases.length),
      String(cases.reduce((sum, { said }) => sum + said, 0)),
      String(cases.filter(({ reached }) => reached.length > 0).length),
    ]),
  };
}

function shareText({ hits, of }: Share): string {
  if (of === 0) return "–";
  const { low, high } = wilsonInterval(hits, of);
  return `${fraction(hits / of)} (${percent(low, 0)}–${percent(high, 0)})`;
}

function claims(told: readonly Told[]): string {
  return told.map(({ id, confidence }) => `${id} ${fraction(confidence, 2)}`).join(", ");
}

function lengthOf(days: number): string {
  return days <= 62
    ? "up to 62 days"
    : days <= 120
      ? "63–120 days"
      : days <= 240
        ? "121–240 days"
        : "over 240 days";
}

import { ranges } from "../suites/insights/generator/draw-business.ts";
import { seasonForms } from "../suites/insights/planted/plan-season.ts";
import { spikeForms } from "../suites/insights/planted/plan-spike.ts";
import { leastStrength, plantedKinds } from "../suites/insights/planted/planted.ts";
import { sizeRanges } from "../suites/insights/planted/sizes.ts";
import type { InsightsReport } from "../suites/insights/results.ts";
import type { DataTable } from "./data-table.ts";
import { shownValue, verdictOf } from "./figure-table.ts";
import {
  driverTable,
  kindTable,
  lengthTable,
  lieTable,
  missedTable,
  nullTable,
  shapeTable,
  wrongTable,
} from "./insights-tables.ts";

/** A part of the report in any form: what it says and its tables. */
export interface ReportSection {
  title: string;
  about?: string;
  tables: DataTable[];
}

/** All parts of the report, in order. */
export function insightsSections(report: InsightsReport): ReportSection[] {
  const { nulls, planted, lies, others } = report;
  return [
    { title: "Floors", tables: [figuresTable(report.floors)] },
    ...(nulls
      ? [
          {
            title: "Null workspaces",
            about: aboutNulls,
            tables: filled([nullTable(nulls), wrongTable(nulls)]),
          },
        ]
      : []),
    ...(planted
      ? [
          {
            title: "Planted effects",
            about: `${aboutPlanted}${report.fresh === undefined ? "" : ` Parameters drawn from “${report.fresh}”.`}`,
            tables: [
              kindTable(planted),
              shapeTable(planted),
              driverTable(planted),
              lengthTable(planted),
              sizeTable(),
            ],
          },
          { title: "Missed effects", tables: filled([missedTable(planted)]) },
          { title: "False claims beside planted effects", tables: filled([wrongTable(planted)]) },
        ].filter(({ tables }) => tables.length > 0)
      : []),
    ...(lies ? [{ title: "A model that lies", about: aboutLies, tables: [lieTable(lies)] }] : []),
    ...others.map(({ name, figures, tables }) => ({
      title: name,
      tables: [figuresTable(figures), ...filled(tables)],
    })),
    ...(nulls || planted
      ? [{ title: "Made-up businesses", about: aboutBusinesses, tables: [rangeTable()] }]
      : []),
  ];
}

const aboutNulls =
  "Nothing happens in them but chance: days differ more than Poisson's law has it, busy days follow each other, messages come in bursts, groups are of very unequal size, campaigns may run in turn. Half of them know no weekdays, and any finding is false there; in the other half weekday patterns of activity are true. Forecasts are left out.";

const strengths = plantedKinds.map((kind) => `${leastStrength[kind]} (${kind})`).join(", ");

const aboutPlanted = `One effect a workspace of 800–3,000 contacts, in a period of 42–365 days, so strong that a test which knew its form would put it at ${strengths} standard errors or more: what nobody can overlook, and a test that corrects for all it looks at finds 99 of 100 times. It is found when a finding of confidence ≥ .8 names the metric, the direction, the group or the time (a spike's bucket; a step within two weeks or a tenth of the period), and the kind or one that says the same: a trend may be told as a step, a step in the middle as a trend, of two groups either. A finding of confidence ≥ .8 is right when it is the planted effect or follows from it: metrics that the same cause moves, with the sign and delay that they must have, other groups against a rest that holds the planted one, the period against the one before, the week where there is one.`;

const aboutLies =
  "A scripted model rewrites each text with one lie in it. A lie reaches the answer when a text of the answer differs from the local one in a number, a name, a direction or a negation.";

const aboutBusinesses = "What varies between made-up businesses, drawn evenly from these ranges.";

function figuresTable(figures: InsightsReport["floors"]): DataTable {
  return {
    head: ["figure", "measured", "target", "verdict"],
    rows: figures.map((figure) => [
      figure.name,
      shownValue(figure),
      figure.target?.text ?? "",
      verdictOf(figure),
    ]),
  };
}

function rangeTable(): DataTable {
  return {
    head: ["what", "from", "to"],
    rows: Object.entries(ranges).map(([name, [from, to]]) => [name, String(from), String(to)]),
  };
}

/** Sizes of planted effects: factors up (turned over when down) or points. */
function sizeTable(): DataTable {
  const factor = ([low, high]: readonly [number, number]) => (high === 1 ? "–" : `×${low}–${high}`);
  const points = ([low, high]: readonly [number, number]) => `${100 * low}–${100 * high} points`;
  const ofCounts = (name: string, range: readonly [number, number]) => [
    name,
    factor(range),
    factor(range),
    "–",
    "–",
    "–",
  ];
  return {
    head: ["size of", "leads", "messages", "time to respond", "win rate", "replies"],
    rows: [
      ...Object.entries(sizeRanges).map(([kind, { leads, messages, delay, winning, answering }]) => [
        kind,
        ...[leads, messages, delay].map(factor),
        ...[winning, answering].map(points),
      ]),
      ...Object.entries(spikeForms).map(([name, { factor }]) => ofCounts(`spike, ${name}`, factor)),
      ...Object.entries(seasonForms).map(([name, range]) => ofCounts(`season, ${name}`, range)),
    ],
  };
}

function filled(tables: readonly DataTable[]): DataTable[] {
  return tables.filter(({ rows }) => rows.length > 0);
}

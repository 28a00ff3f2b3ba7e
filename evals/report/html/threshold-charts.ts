import type { ThresholdPoint } from "#knowledge/scoring/evaluate/threshold-curve.ts";
import type { TableResult } from "../../suites/scoring/judge-table.ts";
import type { DataTable } from "../data-table.ts";
import { fraction, percent, range } from "../numbers.ts";
import type { Chart } from "./figure.ts";
import { line, type Point } from "./marks.ts";
import { type Axis, plot } from "./plot.ts";

interface Curve {
  title: string;
  note: string;
  x: Axis;
  y: Axis;
  points: readonly Point[];
  /** What a coin would do. */
  reference: readonly Point[];
}

const whole = { from: 0, to: 1 };

/** ROC, precision-recall, cumulative gain and lift: four views of the same thresholds. */
export function thresholdCharts({ name, curve, metrics, intervals }: TableResult): Chart[] {
  const base = metrics.won / metrics.leads;
  // The few leads at the very top are chance, and would stretch the axis.
  const lifted = curve.filter(({ taken }) => taken >= 0.01);
  const curves: Curve[] = [
    {
      title: "ROC",
      note: `AUC ${fraction(metrics.auc)} (${range(intervals.auc)}); dashed: a coin`,
      x: { name: "lost leads taken", ...whole },
      y: { name: "won leads taken", ...whole },
      points: [origin, ...curve.map(({ lostTaken, wonTaken }) => ({ x: lostTaken, y: wonTaken }))],
      reference: diagonal,
    },
    {
      title: "Precision and recall",
      note: `PR-AUC ${fraction(metrics.prAuc)} (${range(intervals.prAuc)}); dashed: the base rate`,
      x: { name: "recall: won leads taken", ...whole },
      y: { name: "precision: taken leads won", ...whole },
      points: curve.map(({ wonTaken, precision }) => ({ x: wonTaken, y: precision })),
      reference: level(base),
    },
    {
      title: "Cumulative gain",
      note: "won leads reached by calling the best-scored share; dashed: any order, dotted: the best order",
      x: { name: "leads called, the best first", ...whole },
      y: { name: "won leads reached", ...whole },
      points: [origin, ...curve.map(({ taken, wonTaken }) => ({ x: taken, y: wonTaken }))],
      reference: diagonal,
    },
    {
      title: "Lift",
      note: "how many times the average rate the best-scored share holds, from 1 % on; dashed: any order",
      x: { name: "leads called, the best first", ...whole },
      y: {
        name: "lift",
        from: 0,
        to: Math.max(1.2, ...lifted.map(liftAt)) * 1.05,
        text: (value) => String(value),
      },
      points: lifted.map((point) => ({ x: point.taken, y: liftAt(point) })),
      reference: level(1),
    },
  ];
  return curves.map((one) => ({
    title: one.title,
    note: one.note,
    svg: plot({
      x: one.x,
      y: one.y,
      label: `${one.title} of ${name}. ${one.note}.`,
      draw: (at) => [
        line(at, one.reference, "reference"),
        ...(one.title === "Cumulative gain"
          ? [line(at, [origin, { x: base, y: 1 }, { x: 1, y: 1 }], "best")]
          : []),
        line(at, one.points, "curve"),
      ],
    }),
    numbers: numbersOf(one),
  }));
}

const origin = { x: 0, y: 0 };
const diagonal = [origin, { x: 1, y: 1 }];

function level(y: number): Point[] {
  return [
    { x: 0, y },
    { x: 1, y },
  ];
}

function liftAt({ wonTaken, taken }: ThresholdPoint): number {
  return wonTaken / taken;
}

/** The curve at every twentieth of its horizontal axis. */
function numbersOf({ x, y, points }: Curve): DataTable {
  const rows = Array.from({ length: 20 }, (_, i) => (i + 1) / 20).map((at) => {
    const point = points.find((one) => one.x >= at - 1e-9) ?? points.at(-1) ?? origin;
    return [percent(point.x), y.text ? point.y.toFixed(2) : percent(point.y)];
  });
  return { head: [x.name, y.name], rows };
}

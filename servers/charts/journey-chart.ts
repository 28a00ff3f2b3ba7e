import { type ChartHead, type ChartOptions, canvas, frame, round } from "./frame.ts";
import { type LegendEntry, legend } from "./legend.ts";
import { bar, label, line } from "./marks.ts";
import { rows } from "./rows.ts";
import { paint } from "./theme.ts";
import { dayText, timeAxis } from "./time-axis.ts";
import { valueText } from "./value-text.ts";

/** A contact's way through the stages. */
export interface JourneyChart extends ChartHead {
  stages: readonly {
    name: string;
    /** ISO 8601; null: not reached. */
    enteredAt: string | null;
    /** Until the next stage, the end, or now. */
    dwellDays: number | null;
    /** Whether the contact is still there. */
    open?: boolean;
    /** Median days that won and lost peers stayed. */
    wonMedianDays?: number | null;
    lostMedianDays?: number | null;
  }[];
}

const day = 86_400_000;

/** Draws stages on a time axis, each as long as the contact stayed, with how long peers stayed from the same moment. */
export function journeyChart(chart: JourneyChart, options: ChartOptions = {}): string {
  const space = canvas(options);
  const stages = chart.stages.slice(0, 12);
  const layout = rows(
    space,
    { count: stages.length, top: space.top + 6 },
    { after: space.narrow ? 16 : 124, names: 120 },
  );
  const bottom = space.top + 6 + layout.height + 2;
  const x = timeAxis(span(stages), { left: layout.left, right: layout.right });
  const body = stages.flatMap((stage, row) => {
    const y = layout.middle(row);
    const entered = momentOf(stage.enteredAt);
    const name = space.narrow && entered ? `${stage.name}: ${stayText(stage)}` : stage.name;
    if (!entered)
      return [layout.name(row, name), label({ x: layout.left + 4, y: y + 4, text: "not reached" })];
    const left = x.at(entered);
    const end = x.at(after(entered, stage.dwellDays));
    const words = `${stage.name}: from ${dayText(entered)}, ${stayText(stage)}`;
    return [
      layout.name(row, name, { strong: stage.open }),
      bar({ from: left, to: end, y: y - 9, height: 18, colour: stage.open ? "accent" : "pale", words }),
      ...peerMarks(stage, { at: (days) => x.at(after(entered, days)), y }),
      ...(space.narrow
        ? []
        : [
            label({
              x: space.width - 12,
              y: y + 4,
              text: stayText(stage),
              anchor: "end",
              colour: "ink",
              room: 112,
            }),
          ]),
    ];
  });
  const key = legend(legendOf(stages), { x: layout.left, y: bottom + 38, width: layout.right - layout.left });
  return frame(chart, {
    options,
    height: bottom + 28 + key.height,
    body: [
      line({ from: { x: layout.left, y: bottom }, to: { x: layout.right, y: bottom }, colour: "soft" }),
      ...x.svg(bottom),
      ...body,
      ...key.svg,
    ],
  });
}

type Stage = JourneyChart["stages"][number];

function momentOf(at: string | null): Date | null {
  const moment = at === null ? null : new Date(at);
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

function after(moment: Date, days: number | null | undefined): Date {
  return new Date(moment.getTime() + day * bounded(days));
}

/** A stay as a chart can show it: no longer than a century. */
function bounded(days: number | null | undefined): number {
  return typeof days === "number" && Number.isFinite(days) ? Math.min(36_500, Math.max(0, days)) : 0;
}

/** From the first entry to the last end, peers' too where they do not stretch it beyond twice its length. */
function span(stages: readonly Stage[]): [Date, Date] {
  const entered = stages.flatMap((stage) => {
    const moment = momentOf(stage.enteredAt);
    return moment ? [{ stage, moment }] : [];
  });
  const from = Math.min(...entered.map(({ moment }) => moment.getTime()));
  if (!Number.isFinite(from)) return [new Date(0), new Date(day)];
  const own = Math.max(
    ...entered.map(({ stage, moment }) => after(moment, stage.dwellDays).getTime()),
    from + day,
  );
  const peers = entered.flatMap(({ stage, moment }) =>
    [stage.wonMedianDays, stage.lostMedianDays].map((days) => after(moment, days).getTime()),
  );
  const furthest = Math.max(own, ...peers.filter((end) => end <= own + (own - from)));
  return [new Date(from), new Date(furthest)];
}

function stayText({ dwellDays, open }: Stage): string {
  return dwellDays === null ? "" : `${valueText(dwellDays, "days")}${open ? " so far" : ""}`;
}

function peerMarks(
  { wonMedianDays, lostMedianDays }: Stage,
  { at, y }: { at(days: number): number; y: number },
): string[] {
  return [
    ...(typeof wonMedianDays === "number" ? [diamond(at(wonMedianDays), y)] : []),
    ...(typeof lostMedianDays === "number" ? [ring(at(lostMedianDays), y)] : []),
  ];
}

function diamond(x: number, y: number): string {
  return `<path d="M${round(x)},${round(y - 7)}l6,7l-6,7l-6,-7z" stroke-width="1.5" ${paint({ fill: "ink", stroke: "paper" })}/>`;
}

function ring(x: number, y: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="5" stroke-width="2.2" ${paint({ fill: "paper", stroke: "contrast" })}/>`;
}

function legendOf(stages: readonly Stage[]): LegendEntry[] {
  const has = (pick: (stage: Stage) => unknown) => stages.some((stage) => typeof pick(stage) === "number");
  return [
    ...(has(({ wonMedianDays }) => wonMedianDays)
      ? [{ sample: (x: number, y: number) => diamond(x + 9, y), text: "half of the won peers had moved on" }]
      : []),
    ...(has(({ lostMedianDays }) => lostMedianDays)
      ? [{ sample: (x: number, y: number) => ring(x + 9, y), text: "half of the lost peers" }]
      : []),
  ];
}

import type { Rapport } from "../compose/compose.ts";
import { columns, count } from "./output.ts";
import { checksText, qualityRows, retrainingText } from "./report-text.ts";

type Model = Awaited<ReturnType<Rapport["operations"]["listModels"]>>[number];
type Details = Awaited<ReturnType<Rapport["operations"]["describeModel"]>>;
type Comparison = NonNullable<Details["challenger"]>;
type Report = NonNullable<Model["report"]>;
type Row = [string, string];

/** A line for each model. */
export function modelsText(models: readonly Model[]): string {
  if (models.length === 0) return "No model yet. Train one: npm run -s rapport -- train";
  return columns(models.map((model) => [`version ${model.version}`, lineOf(model)]));
}

/** Everything that is known of a model, for people. */
export function detailsText({ model, retraining, challenger }: Details): string {
  const { report, life } = model;
  return [
    columns([
      ["model", `version ${model.version} (${model.kind}), ${model.status}`],
      [
        "trained",
        `${model.trainedAt.toISOString()}${model.dataHash ? `, data ${model.dataHash.slice(0, 12)}` : ""}`,
      ],
      ["published", publishedText(model)],
      ...list("ignored", life.ignored),
      ...list("vouched for", life.kept),
      ...qualityRows(report),
      ...(life.guard ? [["compared", life.guard.reason] satisfies Row] : []),
      ...(retraining ? [["training", retrainingText(retraining)] satisfies Row] : []),
    ]),
    ...(challenger ? [comparisonText(challenger)] : []),
    ...section("Drift since it was trained", driftLines(retraining)),
    ...(report ? reportSections(report) : []),
  ].join("\n");
}

function driftLines(retraining: Details["retraining"]): string[] {
  const { population, outcomes } = retraining?.drift ?? {};
  const watched = population ? [...population.fields, population.scores] : [];
  const moved = watched.filter(({ alarm }) => alarm !== "none");
  return [
    ...(population && moved.length === 0
      ? [`No field of ${count(population.leads)} open leads moved beyond chance.`]
      : []),
    ...moved.map(({ alarm, sentence }) => `${alarm.toUpperCase()}: ${sentence}`),
    ...(outcomes
      ? [`${outcomes.alarm === "none" ? "" : `${outcomes.alarm.toUpperCase()}: `}${outcomes.sentence}`]
      : []),
  ];
}

function reportSections(report: Report): string[] {
  const { models, columns: fields, calibrationQuality: quality } = report;
  return [
    ...section("Checks of the fields", checksText(report)),
    ...section("Kinds of models", models.map(kindLine)),
    ...section("Chances and what happened", (quality?.reliability ?? []).map(reliabilityLine)),
    ...section(
      "Features, strongest first (mean effect in log-odds)",
      fields.used.map(({ name, kind, importance }) => `${importance.toFixed(3)}  ${name} (${kind})`),
    ),
    ...section(
      "Not used",
      fields.dropped.map(({ name, reason }) => `${name}: ${reason}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ["", title, ...lines.map((line) => `  ${line}`)] : [];
}

function kindLine({ kind, weight, logLoss, settings }: Report["models"][number]): string {
  const chosen = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  const share = `${(100 * weight).toFixed(0)} %`.padStart(5);
  return `${share} of the vote: ${kind}, log loss ${logLoss.toFixed(3)}${chosen.length > 0 ? ` (${chosen.join(", ")})` : ""}`;
}

type Bin = NonNullable<Report["calibrationQuality"]>["reliability"][number];

function reliabilityLine({ leads, predicted, observed, low, high }: Bin): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
  return `foretold ${percent(predicted)}, won ${percent(observed)} (95 % interval ${percent(low)} to ${percent(high)}) of ${count(leads)} leads`;
}

function lineOf(model: Model): string {
  const { status, kind, report, trainedAt, publishedAt, publishedBy, publishNote } = model;
  const auc = report?.holdOut?.metrics?.auc;
  const by = publishedBy ? ` by ${publishedBy}` : "";
  const about = [
    `${kind}, trained ${day(trainedAt)}${report ? ` on ${count(report.rows)} leads` : ""}`,
    ...(report?.grade ? [report.grade.grade] : []),
    ...(auc === undefined ? [] : [`AUC ${auc.toFixed(3)}`]),
    ...(publishedAt ? [`published ${day(publishedAt)}${by}`] : []),
    ...(publishNote ? [publishNote] : []),
  ];
  return `${status.padEnd("published before".length)}  ${about.join("; ")}`;
}

function publishedText({ publishedAt, publishedBy, publishNote }: Model): string {
  if (!publishedAt) return "never";
  const by = publishedBy ? ` by ${publishedBy}` : "";
  return `${publishedAt.toISOString()}${by}${publishNote ? `: ${publishNote}` : ""}`;
}

function comparisonText(comparison: Comparison): string {
  const { challenger, serving, leads, won, served, shadow, advice, reason, since } = comparison;
  const title = `Challenger: version ${challenger} beside version ${serving}, since ${day(since)}`;
  const figures = (f: NonNullable<typeof served>) =>
    `log loss ${f.logLoss.toFixed(3)}, Brier ${f.brier.toFixed(3)}${f.auc === null ? "" : `, AUC ${f.auc.toFixed(3)}`}`;
  const rows: Row[] = [
    ["advice", `${advice}. ${reason}`],
    ...(served && shadow
      ? ([
          ["ended", `${count(leads)} leads, ${count(won)} won`],
          [`version ${serving}`, figures(served)],
          [`version ${challenger}`, figures(shadow)],
        ] satisfies Row[])
      : []),
  ];
  return section(title, columns(rows).split("\n")).join("\n");
}

function list(name: string, values: readonly string[]): Row[] {
  return values.length > 0 ? [[name, values.join(", ")]] : [];
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

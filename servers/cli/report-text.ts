import type { Rapport } from "../compose/compose.ts";
import { columns, count } from "./output.ts";

type TrainedModel = Awaited<ReturnType<Rapport["operations"]["train"]>>;
type Report = TrainedModel["report"];
type Check = Report["checks"][number];
type Retraining = Awaited<ReturnType<Rapport["operations"]["status"]>>["retraining"];
type Row = [string, string];

const fieldsShown = 8;

/** What a training came to, for people. */
export function reportText(trained: TrainedModel): string {
  const { version, report, ignored, kept, scored, seconds } = trained;
  const named = (what: string, fields: readonly string[]): Row[] =>
    fields.length > 0 ? [[what, fields.join(", ")]] : [];
  return [
    columns([
      ["model", `version ${version} (${report.kind})`],
      ...named("ignored", ignored),
      ...named("vouched for", kept),
      ...qualityRows(report),
    ]),
    ...checksText(report),
    servesText(trained),
    `Scored ${count(scored)} open leads; took ${seconds.toFixed(1)} s in all.`,
  ].join("\n");
}

/** Whether it is time to train, and why or why not. */
export function retrainingText({ due, reasons }: Retraining): string {
  return `${due ? "due" : "not due"}: ${reasons.join(" ")}`;
}

/** The lines that say what a model learned from and how good it is. */
export function qualityRows(report: Report | null): Row[] {
  if (!report) return [["report", "from another version of Rapport: train again"]];
  const { grade, holdOut, columns: fields } = report;
  const strongest = fields.used.slice(0, fieldsShown).map(({ name }) => name);
  return [
    ["trained on", `${count(report.rows)} ended leads: ${count(report.won)} won, ${count(report.lost)} lost`],
    ...copiesRow(report),
    ...(grade ? [["grade", [`${grade.grade}.`, ...grade.reasons].join(" ")] satisfies Row] : []),
    ...(report.reason ? [["verdict", report.reason] satisfies Row] : []),
    ...(holdOut?.metrics ? metricRows(report, holdOut.metrics) : []),
    ["strongest", strongest.join(", ") || "nothing"],
  ];
}

/** A few leads that are alike may be two leads all the same, and change nothing. */
function copiesRow({ copies, rows }: Report): Row[] {
  if (copies < 0.01 * rows) return [];
  const said = `${count(copies)} of ${count(rows)} leads have the fields and the outcome of another`;
  return [["copies", `${said}: copies count together when the model is judged. Import each lead once.`]];
}

/** What is wrong with the fields, and what to do about it. */
export function checksText({ checks, holdOut, columns: { used } }: Report): string[] {
  if (checks.length > 0) return checks.map(checkText);
  const [first] = used;
  if (!first || (holdOut?.metrics?.auc ?? 0) < hardlyPossible) return [];
  return [
    `Note: this is too good to be true. A field probably tells the outcome, most likely ${first.name}. If it is only known afterwards, train again with --ignore "${first.name}".`,
  ];
}

/** A model that foretells nearly everything has usually been told. */
const hardlyPossible = 0.98;

function checkText({ field, verdict, leftOut, evidence, costOfLeavingOut: cost }: Check): string {
  const why = evidence.join(" ");
  if (leftOut)
    return `LEAK, left out: ${field}. ${why} If it is known in time, train again with --keep "${field}".`;
  const price = cost
    ? ` Without it: AUC ${signed(-cost.auc)}, log loss ${signed(cost.logLoss)}; --ignore "${field}" leaves it out.`
    : "";
  return `${verdict === "leak" ? "LEAK, kept as you said" : "Suspect, kept"}: ${field}. ${why}${price}`;
}

function servesText({ version, published, guard, purpose }: TrainedModel): string {
  if (published) return `It serves from now on. ${guard?.reason ?? ""}`.trimEnd();
  const anyway = `npm run -s rapport -- models publish ${version}`;
  if (guard) return `NOT published: ${guard.reason}\nTo let it serve all the same: ${anyway}`;
  return purpose === "shadow"
    ? `It is the challenger: its scores are stored beside the served ones. How it does, as leads end: npm run -s rapport -- models show ${version}`
    : `It is stored and does not serve. To let it serve: ${anyway}`;
}

type Metrics = NonNullable<NonNullable<Report["holdOut"]>["metrics"]>;

const judgedBy = {
  time: "of the newest leads, by a model of the older ones",
  folds: "of all leads, each by models that had not seen it",
  hash: "of leads drawn by their id, by a model of the others",
};

function metricRows({ holdOut, calibrationQuality: quality }: Report, metrics: Metrics): Row[] {
  const floor = quality
    ? ` (${quality.ece15.toFixed(3)} over all leads; chance alone gives ${quality.floor.mean.toFixed(3)})`
    : "";
  return [
    ["judged", `${count(metrics.leads)} chances ${judgedBy[holdOut?.method ?? "folds"]}`],
    [
      "AUC",
      `${metrics.auc.toFixed(3)} (95 % interval ${metrics.aucLow.toFixed(3)} to ${metrics.aucHigh.toFixed(3)})`,
    ],
    ["log loss", `${metrics.logLoss.toFixed(3)} (${metrics.baseLogLoss.toFixed(3)} without a model)`],
    ["ECE", `${metrics.ece15.toFixed(3)}${floor}`],
  ];
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
}

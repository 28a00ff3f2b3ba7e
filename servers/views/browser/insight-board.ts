/// <reference lib="dom" />
import { drawnGrain } from "../../charts/drawn-grain.ts";
import {
  bullets,
  dayOf,
  element,
  fieldsOf,
  listOf,
  numberOf,
  readable,
  section,
  textsOf,
  words,
} from "./elements.ts";
import { evidenceTable } from "./evidence-table.ts";
import { type Kind, plain, pointChart } from "./point-chart.ts";
import { showAnswers } from "./show-answers.ts";

type Insight = Record<string, unknown>;

const typeNames: Record<string, string> = {
  TREND_ANALYSIS: "Trends",
  ANOMALY_DETECTION: "Anomalies",
  OPPORTUNITY_IDENTIFICATION: "Opportunities",
  PERFORMANCE_COMPARISON: "Comparisons",
  PREDICTIVE_FORECAST: "Forecasts",
};

showAnswers("rapport-insight-board", board);

/** generate_insights: the period, a card an insight, what to do, and what could not be said. */
function board(answer: Record<string, unknown>): Node {
  const insights = listOf(answer.insights);
  const cards = element(
    "div",
    { class: "cards" },
    ...insights.map((insight) => card(insight, fieldsOf(answer.period))),
  );
  return element(
    "article",
    {},
    element("h1", {}, insights.length === 1 ? "1 insight" : `${insights.length} insights`),
    element("p", { class: "soft" }, periodText(answer)),
    standing(answer.trends),
    filters(insights, cards),
    insights.length === 0 ? element("p", {}, "Nothing in this period stands out from chance.") : cards,
    section("What to do", bullets(textsOf(answer.recommendations))),
    section("Too few data for", bullets(textsOf(answer.too_few))),
    section("Notes", bullets(textsOf(answer.notes))),
    replay(answer.replay),
  );
}

/** Buttons that show one type of insight; none where there is only one type. */
function filters(insights: readonly Insight[], cards: HTMLElement): Node | null {
  const types = [...new Set(insights.map(({ type }) => readable(type, 40)))];
  if (types.length < 2) return null;
  const buttons = ["", ...types].map((type) => {
    const button = element(
      "button",
      { attributes: { type: "button", "aria-pressed": String(type === "") } },
      type === "" ? "All" : (typeNames[type] ?? type),
    );
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      insights.forEach((insight, i) => {
        const shown = cards.children[i];
        if (shown instanceof HTMLElement) shown.hidden = type !== "" && readable(insight.type, 40) !== type;
      });
    });
    return button;
  });
  return element(
    "div",
    { class: "bar", attributes: { role: "group", "aria-label": "Type of insight" } },
    ...buttons,
  );
}

function card(insight: Insight, period: Record<string, unknown>): HTMLElement {
  const { type, title, description, confidence, impact, recommendations, dataPoints } = insight;
  const sure = numberOf(confidence);
  const [kind, unit] = [kindOf(insight), unitOf(insight, period)];
  const size = readable(impact, 10);
  const level = ["HIGH", "MEDIUM", "LOW"].includes(size) ? size : "";
  return element(
    "section",
    { class: "card" },
    element("h3", {}, words(title, 200)),
    element(
      "div",
      { class: "tags" },
      level ? element("span", { class: `impact ${level}` }, `${level.toLowerCase()} impact`) : null,
      sure === null ? null : element("span", {}, `confidence ${sure.toFixed(2)}`),
      element("span", {}, (typeNames[readable(type, 40)] ?? "").toLowerCase()),
    ),
    pointChart(dataPoints, { title: readable(title, 200), kind, unit }),
    element("p", {}, words(description, 1_200)),
    ...textsOf(recommendations).map((text) => element("p", { class: "todo" }, words(text))),
    evidenceTable(dataPoints, { kind, unit }),
  );
}

function periodText({ period, compared_with: compared, engine }: Record<string, unknown>): string {
  const { time_zone: zone } = fieldsOf(period);
  const before = rangeText(fieldsOf(compared).previous, zone);
  const parts = [
    rangeText(period, zone),
    before && `compared with ${before}`,
    engine ? `engine ${readable(engine, 60)}` : "",
  ];
  return parts.filter(Boolean).join("; ");
}

/** `to` is the first moment after it. */
function rangeText(value: unknown, zone: unknown): string {
  const { from, to } = fieldsOf(value);
  const end = Date.parse(readable(to));
  if (!from || Number.isNaN(end)) return "";
  return `${dayOf(from, zone)} to ${dayOf(new Date(end - 1).toISOString(), zone)}`;
}

/** How the metrics stand, each against the period before. */
function standing(trends: unknown): Node | null {
  const tiles = listOf(trends)
    .filter(({ n }) => numberOf(n) !== 0)
    .map(({ title, value, unit, change }) => {
      const [now, moved] = [numberOf(value), numberOf(change)];
      const kind = unit === "share" || unit === "hours" ? unit : "count";
      const movedText = moved === null ? "" : `${moved < 0 ? "▼" : "▲"} ${plain(Math.abs(moved), "share")}`;
      return element(
        "div",
        { class: "tile" },
        element("span", { class: "soft" }, words(title, 60)),
        element("strong", {}, now === null ? "–" : plain(now, kind)),
        movedText ? element("span", { class: "soft" }, movedText) : null,
      );
    });
  return tiles.length > 0 ? element("div", { class: "tiles" }, ...tiles) : null;
}

/** What an insight's values are: the ends of its numbers' names say it. */
function kindOf({ evidence }: Insight): Kind {
  const names = Object.keys(fieldsOf(fieldsOf(evidence).numbers)).filter(
    (name) => !name.startsWith("coverage"),
  );
  if (names.some((name) => name.endsWith("_share"))) return "share";
  return names.some((name) => name.endsWith("_hours")) ? "hours" : "count";
}

/** What counts are counted over, such as "per week"; empty of shares, hours and lists, and where it is not known. */
function unitOf(insight: Insight, { grain }: Record<string, unknown>): string {
  const { analysis, finding } = fieldsOf(insight.evidence);
  if (kindOf(insight) !== "count" || !analysis) return "";
  if (analysis === "period") return "in the period";
  const days = listOf(insight.dataPoints).map(({ label }) => readable(label, 40));
  const drawn = drawnGrain({ id: readable(finding), days, grain: readable(grain, 10) });
  return /^(day|week|month|\d days)$/.test(drawn) ? `per ${drawn}` : "";
}

function replay(value: unknown): Node | null {
  const handle = typeof value === "object" && value !== null && "handle" in value ? value.handle : value;
  return readable(handle, 80)
    ? element("p", { class: "soft" }, "Replay handle: ", element("code", {}, readable(handle, 80)))
    : null;
}

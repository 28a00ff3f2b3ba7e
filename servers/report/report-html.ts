import { funnelChart } from "../charts/funnel-chart.ts";
import { aboutTopics, customerTopics } from "./customer-topics.ts";
import { headlineTiles } from "./headlines.ts";
import { insightArticle } from "./insight-article.ts";
import { bullets, chart, section, text } from "./markup.ts";
import { movementPanels } from "./movement.ts";
import { opportunityLists } from "./opportunity-lists.ts";
import type { ReportInput } from "./report-input.ts";
import { reportStyle } from "./report-style.ts";
import { standingCharts } from "./standing-charts.ts";

/** Nothing is loaded and no script runs, whatever stands in the texts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one HTML file that opens without network and prints: figures, insights with charts, opportunities, pipeline, forecasts, method. */
export function reportHtml(input: ReportInput): string {
  const { workspace, insights } = input;
  const forecasts = insights.filter(({ type }) => type === "PREDICTIVE_FORECAST");
  const listed = insights.filter(
    ({ type }) => type !== "PREDICTIVE_FORECAST" && type !== "OPPORTUNITY_IDENTIFICATION",
  );
  const sections = [
    {
      id: "insights",
      title: "What stands out",
      html: section(
        { id: "insights", title: "What stands out", about: aboutInsights(listed.length) },
        listed.map(insightArticle),
      ),
    },
    {
      id: "todo",
      title: "What to do",
      html: section({ id: "todo", title: "What to do" }, bullets(input.recommendations).map(panel)),
    },
    {
      id: "opportunities",
      title: "Opportunities",
      html: section(
        { id: "opportunities", title: "Opportunities" },
        opportunityLists(input.opportunities).map(panel),
      ),
    },
    {
      id: "topics",
      title: "What customers talk about",
      html: section(
        { id: "topics", title: "What customers talk about", about: aboutTopics(input.topics) },
        customerTopics(input.topics).map(panel),
      ),
    },
    { id: "pipeline", title: "Pipeline", html: pipeline(input.funnel) },
    {
      id: "movement",
      title: "How leads move",
      html: section(
        {
          id: "movement",
          title: "How leads move",
          about: "Whatever the period, with 90 % intervals. Associations, not causes.",
        },
        movementPanels(input.movement).map(panel),
      ),
    },
    {
      id: "standing",
      title: "As it is now",
      html: section(
        { id: "standing", title: "As it is now", about: "Open leads, whatever the period." },
        standingCharts(input.standing),
      ),
    },
    {
      id: "forecasts",
      title: "What comes next",
      html: section(
        {
          id: "forecasts",
          title: "What comes next",
          about: "Estimates, not tests, with their 90 % intervals.",
        },
        forecasts.map(insightArticle),
      ),
    },
    { id: "method", title: "How this was computed", html: method(input) },
  ].filter(({ html }) => html !== "");
  const quiet =
    listed.length === 0 ? '<p class="panel">Nothing in this period stands out from chance.</p>' : "";
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    `<title>${text(`${workspace}: sales report, ${periodText(input.period)}`)}</title><style>${reportStyle}</style></head><body><main>`,
    `<header><h1>${text(`${workspace}: sales report`)}</h1><p>${text(aboutPeriod(input))}</p>`,
    `<nav aria-label="Sections">${sections.map(({ id, title }) => `<a href="#${id}">${title}</a>`).join("")}</nav></header>`,
    headlineTiles(input.headlines),
    quiet,
    ...sections.map(({ html }) => html),
    `<footer>Made by Rapport on ${text(input.createdAt.slice(0, 10))}. Numbers are computed from the workspace's records; words by ${text(input.engine)}.</footer>`,
    "</main></body></html>",
  ].join("\n");
}

function aboutInsights(n: number): string {
  return n > 0
    ? "Found by tests, false discoveries controlled over all of them; ranked by impact and evidence. Differences between groups are associations, not causes."
    : "";
}

function aboutPeriod({ period, comparedWith, segment, timeZone }: ReportInput): string {
  const parts = [
    periodText(period),
    comparedWith && `compared with ${periodText(comparedWith)}`,
    segment && `only ${segment}`,
    timeZone,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** The last day is in it. */
function periodText({ from, to }: { from: string; to: string }): string {
  const last = new Date(Date.parse(to.slice(0, 10)) - 86_400_000);
  return `${from.slice(0, 10)} to ${Number.isNaN(last.getTime()) ? to : last.toISOString().slice(0, 10)}`;
}

function pipeline(funnel: ReportInput["funnel"]): string {
  if (!funnel || funnel.stages.length === 0) return "";
  const description = funnel.stages.map(({ name, count }) => `${name}: ${count}`).join("; ");
  const picture = chart(
    (width) => funnelChart({ title: "Pipeline", description, stages: funnel.stages }, { width, bare: true }),
    760,
  );
  return section({ id: "pipeline", title: "Pipeline", about: funnel.note }, [
    panel(`<div class="lone">${picture}</div>`),
  ]);
}

function method({ tooFew, notes, replay }: ReportInput): string {
  const handle = replay
    ? [
        `<p>Replay handle <code>${text(replay.handle)}</code>${replay.dataHash ? `, data <code>${text(replay.dataHash.slice(0, 16))}…</code>` : ""}. replay_insight runs it again and says whether anything has changed.</p>`,
      ]
    : [];
  const lists = [...titled("Too few data to tell", tooFew), ...titled("Notes", notes)];
  const confidence =
    "<p>Confidence is 1 minus the least probability, from even odds, that there is nothing. Intervals are 90 % intervals.</p>";
  return section({ id: "method", title: "How this was computed" }, [
    panel([confidence, ...handle, ...lists].join("\n")),
  ]);
}

function titled(title: string, texts: readonly string[]): string[] {
  return texts.length > 0 ? [`<h3>${title}</h3>`, ...bullets(texts)] : [];
}

function panel(html: string): string {
  return `<div class="panel">${html}</div>`;
}

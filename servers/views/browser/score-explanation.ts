/// <reference lib="dom" />
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
import { pointChart } from "./point-chart.ts";
import { showAnswers } from "./show-answers.ts";

type Fields = Record<string, unknown>;

showAnswers("rapport-score-explanation", explanation);

/** explain_score: the score with its interval, what moves it, what would help, and the words behind it. */
function explanation(answer: Fields): Node {
  return element(
    "article",
    {},
    head(answer),
    element("p", {}, words(answer.explanation, 2_000)),
    section("What moves the score (points of 100)", ...factors(listOf(answer.factors))),
    section("What to do", bullets(textsOf(answer.recommendations))),
    section("What would raise it", bullets(textsOf(answer.improvement_suggestions))),
    section("Why it moved", change(answer.change)),
    section("Stored scores", history(answer.history)),
    section("Comparable leads", bullets(textsOf(answer.comparable_leads))),
    section("What was said", ...quotes(listOf(answer.evidence))),
    section("Notes", bullets(textsOf(answer.caveats))),
    element("p", { class: "soft" }, `Engine ${readable(answer.engine, 200)}; as of ${dayOf(answer.as_of)}`),
  );
}

function head(answer: Fields): HTMLElement {
  const contact = fieldsOf(answer.contact);
  const [score, low, high] = [
    numberOf(answer.score) ?? 0,
    100 * (numberOf(answer.low) ?? 0),
    100 * (numberOf(answer.high) ?? 0),
  ];
  const sure = numberOf(answer.confidence);
  const company = readable(contact.company, 120);
  const at = element("span", { class: "at" });
  at.style.left = `${bounded(score)}%`;
  const span = element("span", { class: "span" });
  span.style.left = `${bounded(low)}%`;
  span.style.right = `${100 - bounded(high)}%`;
  return element(
    "header",
    {},
    element(
      "div",
      { class: "head" },
      element("div", { class: "score" }, score.toFixed(0), element("small", {}, " of 100")),
      element(
        "div",
        {},
        element(
          "h1",
          {},
          words(contact.name, 160),
          company ? ", " : null,
          company ? words(company, 120) : null,
        ),
        element(
          "div",
          { class: "tags" },
          `band ${readable(answer.band, 2)}`,
          sure === null ? null : ` · confidence ${sure.toFixed(2)}`,
          answer.outcome ? ` · already ${readable(answer.outcome, 10)}` : null,
        ),
      ),
    ),
    element(
      "div",
      {
        class: "range",
        attributes: {
          role: "img",
          "aria-label": `Score ${score.toFixed(0)}, 90 % interval ${low.toFixed(0)} to ${high.toFixed(0)}`,
        },
      },
      span,
      at,
    ),
    element("p", { class: "soft" }, `90 % interval ${low.toFixed(0)} to ${high.toFixed(0)}`),
  );
}

/** Bars to the right raise the score, bars to the left lower it. */
function factors(all: readonly Fields[]): HTMLElement[] {
  const shown = all.flatMap((factor) => {
    const points = numberOf(factor.points);
    return points === null ? [] : [{ points, name: factor.name, value: readable(factor.value, 120) }];
  });
  const least = Math.min(0, ...shown.map(({ points }) => points));
  const greatest = Math.max(0, ...shown.map(({ points }) => points));
  const share = (points: number) => (100 * points) / (greatest - least || 1);
  return shown.slice(0, 32).map(({ points, name, value }) => {
    const fill = element("span", { class: points < 0 ? "fill lowers" : "fill" });
    fill.style.left = `${share(Math.min(points, 0) - least)}%`;
    fill.style.width = `${share(Math.abs(points))}%`;
    const zero = element("span", { class: "zero" });
    zero.style.left = `${share(-least)}%`;
    return element(
      "div",
      { class: "factor" },
      element("span", {}, words(name, 120), value ? ": " : null, value ? words(value, 120) : null),
      element("span", { class: "track" }, fill, zero),
      element("span", { class: "number" }, `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`),
    );
  });
}

function change(value: unknown): Node | null {
  const { text } = fieldsOf(value);
  return typeof text === "string" ? element("p", {}, words(text, 2_000)) : null;
}

function history(value: unknown): Node | null {
  const points = listOf(value).map(({ at, score }) => ({ label: dayOf(at), value: score }));
  return pointChart(points, { title: "Stored scores", fewest: 2 });
}

function quotes(evidence: readonly Fields[]): HTMLElement[] {
  return evidence.slice(0, 20).map(({ quote, what, at, interaction_id: id, factors: behind }) =>
    element(
      "div",
      {},
      quote ? element("blockquote", {}, words(quote, 800)) : null,
      element(
        "p",
        { class: "soft" },
        words(what, 120),
        ` ${dayOf(at)} · for ${textsOf(behind)
          .map((name) => readable(name, 80))
          .join(", ")} · `,
        element("code", {}, readable(id, 80)),
      ),
    ),
  );
}

function bounded(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

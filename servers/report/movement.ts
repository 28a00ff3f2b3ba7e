import { incidenceChart } from "../charts/incidence-chart.ts";
import { valueText } from "../charts/value-text.ts";
import { chart, figures, text } from "./markup.ts";
import type { Movement } from "./report-input.ts";

const transitionsShown = 12;
const cohortsShown = 12;

interface Interval {
  share: number;
  low: number;
  high: number;
}

/** How leads move: time to won, what came next, removal effects and cohorts, a panel each. */
export function movementPanels(movement: Movement | null): string[] {
  if (!movement) return [];
  return [
    ...timeToWon(movement.timeToWon),
    ...transitions(movement.transitions),
    ...removal(movement.removal),
    // Without a win its months would be rows of nothing.
    ...(movement.timeToWon?.curve.length ? cohorts(movement.cohorts) : []),
  ];
}

function timeToWon(time: Movement["timeToWon"]): string[] {
  const last = time?.curve.at(-1);
  if (!time || !last) return [];
  const told = [
    ...time.quarters.flatMap(({ share, days, low, high }) =>
      days === null
        ? []
        : [`${percent(share)} were won by day ${dayText(days)} (${dayText(low)} to ${dayText(high)})`],
    ),
    ...time.quarters
      .filter(({ days }) => days === null)
      .slice(0, 1)
      .map(
        ({ share }) =>
          `never ${percent(share)}: ${interval(last)} were won by day ${dayText(last.days)}, none later so far`,
      ),
  ].join("; ");
  const description = `Of all leads that began, ${told}.`;
  const picture = chart(
    (width) =>
      incidenceChart(
        {
          title: "Time to won",
          description,
          measured: "share won",
          curve: time.curve,
          marks: time.quarters,
        },
        { width, bare: true },
      ),
    760,
  );
  const about = `${description} Losing ends the chance: lost leads stay in the whole.`;
  return [`<h3>Time to won</h3><p>${text(about)}</p><div class="lone">${picture}</div>`];
}

function transitions(all: Movement["transitions"]): string[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, transitionsShown)
    .map(({ from, to, n, ...share }) => [`${from} → ${to}`, count(n), interval(share)]);
  const shown =
    all.length > rows.length
      ? ` <span class="soft">the ${rows.length} commonest of ${all.length}</span>`
      : "";
  return [
    `<h3>What came next${shown}</h3>${figures({ name: "What came next", head: ["step", "times", "of those from there"], rows })}`,
  ];
}

function removal(effects: Movement["removal"]): string[] {
  if (effects.length === 0) return [];
  const rows = effects.map(({ state, n, effect, low, high }) => [
    state,
    count(n),
    interval({ share: effect, low, high }),
  ]);
  return [
    `<h3>Removal effects</h3><p>The share of wins that the chain of these steps would lose if a stage led nowhere. Association, not cause: whoever was going to buy may have come to a stage for that reason.</p>${figures({ name: "Removal effects", head: ["stage", "ended leads with it", "of the wins"], rows })}`,
  ];
}

function cohorts(all: Movement["cohorts"]): string[] {
  const [first] = all;
  if (!first) return [];
  const rows = all
    .slice(-cohortsShown)
    .map(({ month, n, converted }) => [month, count(n), ...converted.map(({ share }) => interval(share))]);
  const head = ["begun", "leads", ...first.converted.map(({ days }) => `by day ${days}`)];
  return [
    `<h3>Won, by the month in which leads began</h3><p>Open leads count as long as they were watched; “–”: nobody was watched so long.</p>${figures({ name: "Won, by the month in which leads began", head, rows })}`,
  ];
}

function interval(share: Interval | null): string {
  if (!share) return "–";
  const whole = (value: number) => (100 * value).toFixed(0);
  return `${whole(share.share)} % (${whole(share.low)} to ${whole(share.high)})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function dayText(days: number | null): string {
  return days === null ? "not known" : valueText(days < 10 ? days : Math.round(days), "");
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}

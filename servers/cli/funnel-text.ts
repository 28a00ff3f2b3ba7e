import type { Rapport } from "../compose/compose.ts";
import { count } from "./output.ts";
import { textTable } from "./text-table.ts";

type Funnel = Awaited<ReturnType<Rapport["operations"]["journeyFunnel"]>>;
type TimeToWon = NonNullable<Funnel["timeToWon"]>;
type Cohort = Funnel["cohorts"][number];
interface Interval {
  share: number;
  low: number;
  high: number;
}

const transitionsShown = 15;
const cohortsShown = 12;

/** How a workspace's contacts move, as tables with 90 % intervals. */
export function funnelText(funnel: Funnel, asOf: Date): string {
  const { contacts, journeys, stages, timeToWon } = funnel;
  if (contacts === 0) return "There are no contacts yet.";
  const read =
    journeys < contacts
      ? `A sample of ${count(journeys)} of ${count(contacts)} contacts`
      : `${count(contacts)} contacts`;
  return [
    `${read}, as of ${asOf.toISOString().slice(0, 16).replace("T", " ")} UTC. Intervals are 90 % intervals. Everything here is association, not cause.`,
    ...titled("Stages (whoever reached a later one has passed the earlier ones; being lost reaches none)", [
      ...textTable(
        ["stage", "passed", "of the one before", "of the first", "now there", "median days"],
        stages.map(({ name, n, ofPrevious, ofFirst, current, medianDays }) => [
          name,
          count(n),
          interval(ofPrevious),
          interval(ofFirst),
          count(current),
          medianDays === null ? "–" : dayText(medianDays),
        ]),
      ),
    ]),
    ...titled("Time to won, of all journeys; losing ends the chance", timeText(timeToWon)),
    ...transitionText(funnel.transitions),
    ...removalText(funnel.removal),
    ...(timeToWon?.curve.length ? cohortText(funnel.cohorts) : []),
  ].join("\n");
}

function timeText(timeToWon: TimeToWon | null): string[] {
  const last = timeToWon?.curve.at(-1);
  if (!timeToWon || !last) return ["  None was won yet."];
  const seen = timeToWon.quarters.filter(({ days }) => days !== null);
  const open = timeToWon.quarters.find(({ days }) => days === null);
  return [
    ...seen.map(({ share, days, low, high }) => {
      const limits = `${low === null ? "?" : dayText(low)} to ${high === null ? "not known" : dayText(high)}`;
      return `  ${(100 * share).toFixed(0)} % are won by day ${dayText(days ?? 0)} (${limits})`;
    }),
    ...(open
      ? [
          `  never ${(100 * open.share).toFixed(0)} %: ${interval(last)} were won by day ${dayText(last.days)}, none later so far`,
        ]
      : []),
  ];
}

function transitionText(transitions: Funnel["transitions"]): string[] {
  const rows = transitions
    .slice(0, transitionsShown)
    .map(({ from, to, n, ...share }) => [from, to, count(n), interval(share)]);
  const more = transitions.length > rows.length ? `, the ${rows.length} commonest` : "";
  return rows.length > 0
    ? titled(`What came next${more}`, textTable(["from", "to", "times", "of those from there"], rows, 2))
    : [];
}

function removalText(removal: Funnel["removal"]): string[] {
  const rows = removal.map(({ state, n, effect, low, high }) => [
    state,
    count(n),
    interval({ share: effect, low, high }),
  ]);
  return rows.length > 0
    ? titled(
        "Removal effects: the share of wins that the chain of these steps would lose if a stage led nowhere",
        textTable(["stage", "ended journeys", "of the wins"], rows),
      )
    : [];
}

function cohortText(cohorts: readonly Cohort[]): string[] {
  const [first] = cohorts;
  if (!first) return [];
  const rows = cohorts
    .slice(-cohortsShown)
    .map(({ month, n, converted }) => [month, count(n), ...converted.map(({ share }) => interval(share))]);
  const head = ["begun", "leads", ...first.converted.map(({ days }) => `by day ${days}`)];
  const more = cohorts.length > rows.length ? `, the last ${rows.length} months` : "";
  return titled(
    `Won, by the month in which they began${more}; – : not watched so long`,
    textTable(head, rows),
  );
}

function titled(title: string, lines: readonly string[]): string[] {
  return ["", title, ...lines.map((one) => (one.startsWith("  ") ? one : `  ${one}`))];
}

/** "24 % (18 to 31)"; "–" where it is not known. */
function interval(share: Interval | null): string {
  if (!share) return "–";
  const percent = (value: number) => (100 * value).toFixed(0);
  return `${percent(share.share)} % (${percent(share.low)} to ${percent(share.high)})`;
}

function dayText(days: number): string {
  return days < 10 ? days.toFixed(1) : count(Math.round(days));
}

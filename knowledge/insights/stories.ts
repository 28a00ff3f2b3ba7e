import type { Judged } from "./judge.ts";
import { stepExplainsMore } from "./step-or-trend.ts";

/** One thing that happened: the finding that tells it best, and others that are the same seen differently. */
export interface Story {
  lead: Judged;
  supporting: Judged[];
}

/** Metrics that move together by their definition; the sign says whether they move the same way. */
const kin: readonly { metrics: readonly [string, string]; sign: 1 | -1 }[] = [
  { metrics: ["won", "win_rate"], sign: 1 },
  { metrics: ["won", "conversion_rate"], sign: 1 },
  { metrics: ["win_rate", "conversion_rate"], sign: 1 },
  { metrics: ["lost", "win_rate"], sign: -1 },
  { metrics: ["interactions", "inbound_messages"], sign: 1 },
  { metrics: ["interactions", "outbound_messages"], sign: 1 },
  { metrics: ["inbound_messages", "outbound_messages"], sign: 1 },
];

/** Counts that grow with the number of leads, and do so by about the same share where nothing else changed. */
const volumes = new Set(["won", "lost", "interactions", "inbound_messages", "outbound_messages"]);

/** Tells each thing once: findings that are one change seen twice are joined under the one that says most. */
export function tellOnce(findings: readonly Judged[]): Story[] {
  const stories: Story[] = [];
  const second = secondCourses(findings);
  const rankOf = (finding: Judged) => order.indexOf(second.has(finding) ? "second" : finding.analysis);
  const bySpecificity = (a: Judged, b: Judged) =>
    Math.max(1, rankOf(a)) - Math.max(1, rankOf(b)) ||
    Number(b.metric === "new_leads") - Number(a.metric === "new_leads") ||
    (a.p ?? 1) - (b.p ?? 1) ||
    strength(b) - strength(a) ||
    (a.id < b.id ? -1 : 1);
  for (const finding of findings.toSorted(bySpecificity)) {
    const same = stories.find(({ lead }) => isSameStory(lead, finding));
    if (same) same.supporting.push(finding);
    else stories.push({ lead: finding, supporting: [] });
  }
  return stories;
}

/** What is told first swallows what comes later: changes with a moment and courses, alike, before comparisons. */
const order = ["step", "trend", "second", "spike", "season", "group", "period", "forecast"];

/** Where a metric shows both a step and a trend, the one that explains less of it. */
function secondCourses(findings: readonly Judged[]): Set<Judged> {
  const steps = findings.filter(({ analysis }) => analysis === "step");
  return new Set(
    steps.flatMap((step) => {
      const trend = findings.find(({ analysis, metric }) => analysis === "trend" && metric === step.metric);
      return trend ? [stepExplainsMore(step, trend) ? trend : step] : [];
    }),
  );
}

function strength({ effect }: Judged): number {
  return Math.abs(effect ?? 0);
}

function isSameStory(lead: Judged, other: Judged): boolean {
  if (isVolumeOf(lead, other) || isSameWeek(lead, other)) return true;
  const sign = kinship(lead.metric, other.metric);
  if (sign === 0) return false;
  const sameWay = sign === 1 ? lead.direction === other.direction : lead.direction !== other.direction;
  if (lead.analysis === "group" || other.analysis === "group") {
    return (
      lead.analysis === other.analysis && sameWay && (isSameGroup(lead, other) || isSamePeople(lead, other))
    );
  }
  if (lead.analysis === "spike" || other.analysis === "spike") {
    return lead.analysis === other.analysis && sameWay && daysApart(lead, other) < 7;
  }
  if (lead.analysis === "season" || other.analysis === "season") return lead.analysis === other.analysis;
  if (lead.analysis === "forecast" || other.analysis === "forecast") return false;
  return sameWay;
}

/** Whether a count moved because there were more or fewer leads. */
function isVolumeOf(lead: Judged, other: Judged): boolean {
  const courses = ["step", "trend", "period"];
  return (
    lead.metric === "new_leads" &&
    volumes.has(other.metric) &&
    courses.includes(lead.analysis) &&
    courses.includes(other.analysis) &&
    lead.direction === other.direction &&
    Math.abs(Math.log1p(strength(lead)) - Math.log1p(strength(other))) < Math.log(1.35)
  );
}

/** The working week shows in every metric: it is told once, unless another day stands out. */
function isSameWeek(lead: Judged, other: Judged): boolean {
  if (lead.analysis !== "season" || other.analysis !== "season") return false;
  return lead.words.peak === other.words.peak || lead.words.trough === other.words.trough;
}

function kinship(a: string, b: string): 1 | -1 | 0 {
  if (a === b) return 1;
  return kin.find(({ metrics }) => metrics.includes(a) && metrics.includes(b))?.sign ?? 0;
}

function isSameGroup(a: Judged, b: Judged): boolean {
  return a.dimension === b.dimension && a.group === b.group;
}

/** A campaign with one source: nearly the same contacts under two names. */
function isSamePeople(a: Judged, b: Judged): boolean {
  const close = (x = 0, y = 0) => Math.abs(x - y) <= 0.05 * Math.max(x, y);
  return (
    a.metric === b.metric &&
    a.dimension !== b.dimension &&
    close(a.numbers.group_count, b.numbers.group_count) &&
    close(a.effect ?? 0, b.effect ?? 0)
  );
}

/** A day and the week that it is in are one spike. */
function daysApart(a: Judged, b: Judged): number {
  return Math.abs(Date.parse(a.words.at ?? "") - Date.parse(b.words.at ?? "")) / 86_400_000;
}

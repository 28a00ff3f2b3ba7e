import type { Insight } from "#core/domain/insight.ts";
import { rounded } from "./formats.ts";
import { untested } from "./judge.ts";
import { groupName } from "./names.ts";

/** A lead or customer on a list of opportunities, as list_opportunities gives it. */
export interface ListedOpportunity {
  kind: string;
  contact_id: string;
  name: string;
  /** A sentence with its numbers. */
  reason: string;
  suggested_action: string;
  score: number | null;
  message_ids: readonly string[];
}

/** How many a list has; not exact: estimated from those whose texts were read. */
export interface ListTotal {
  count: number;
  exact: boolean;
}

export type OpportunityInsight = Omit<Insight, "createdAt"> & { contactIds: string[]; total: number };

const titles: Record<string, { title: string; one: string; impact: Insight["impact"] }> = {
  hot_unanswered: {
    title: "likely leads wait for an answer",
    one: "likely lead waits for an answer",
    impact: "HIGH",
  },
  unanswered_questions: {
    title: "conversations end in a question that nobody answered",
    one: "conversation ends in a question that nobody answered",
    impact: "MEDIUM",
  },
  gone_quiet: {
    title: "promising leads have gone quiet",
    one: "promising lead has gone quiet",
    impact: "MEDIUM",
  },
  upsell: {
    title: "customers look like those who bought again",
    one: "customer looks like those who bought again",
    impact: "MEDIUM",
  },
};

const named = 3;

/** One insight a list. Their confidence is even odds: the records show each entry, but no test says what acting on it brings. */
export function opportunityInsights(
  entries: readonly ListedOpportunity[],
  totals: Readonly<Record<string, ListTotal>>,
): OpportunityInsight[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].toSorted((a, b) => rank(a) - rank(b));
  return kinds.map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    const { count: total, exact } = totals[kind] ?? { count: own.length, exact: true };
    const shown = exact ? total.toLocaleString("en-US") : `about ${roughly(total)}`;
    const words = titles[kind] ?? {
      title: kind.replaceAll("_", " "),
      one: kind.replaceAll("_", " "),
      impact: "LOW" as const,
    };
    return {
      id: `opportunity:${kind}`,
      type: "OPPORTUNITY_IDENTIFICATION",
      title: `${exact ? shown : `About ${roughly(total)}`} ${total === 1 ? words.one : words.title}`,
      description: [
        ...own.slice(0, named).map(({ name, reason }) => `${groupName(name)}: ${ended(reason)}`),
        ...(exact ? [] : [`That there are ${shown} is an estimate from those whose texts were read.`]),
      ].join(" "),
      confidence: untested,
      impact: words.impact,
      recommendations: own
        .slice(0, named)
        .map(
          ({ name, suggested_action, contact_id }) =>
            `${groupName(name)} (${contact_id}): ${ended(suggested_action)}`,
        ),
      dataPoints: own.map(({ name, score, contact_id, message_ids }) => ({
        label: groupName(name),
        value: score,
        ids: [contact_id, ...message_ids].slice(0, 20),
      })),
      contactIds: own.map(({ contact_id }) => contact_id),
      total,
    };
  });
}

/** An estimate claims two digits: 1,187 is about 1,200. */
function roughly(count: number): string {
  return rounded(Number(count.toPrecision(2)));
}

function rank(kind: string): number {
  const known = Object.keys(titles).indexOf(kind);
  return known < 0 ? 99 : known;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`;
}

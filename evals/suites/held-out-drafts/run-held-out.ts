import { hash } from "node:crypto";
import { loadConfig } from "#core/config.ts";
import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import { withEmbedded } from "../../product/with-embedded.ts";
import { atLeast } from "../../report/figure-table.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { count, percent, range } from "../../report/numbers.ts";
import { draftThreads } from "./draft-threads.ts";
import { heldOutSample } from "./held-out-threads.ts";
import type { JudgedDraft } from "./judge-draft.ts";

const now = new Date("2026-11-16T09:00:00Z");
const ownSeed = 7;
const fewestThreads = 300;

export interface HeldOutRun {
  /** 0–4: which fifths of the conversations are held out, each in a workspace of its own. */
  folds?: readonly number[];
  /** A word from which the sample's people and the held-out conversations are drawn anew. */
  fresh?: string | undefined;
  onProgress(text: string): void;
}

/** Drafts answers that the sample workspace once had, and tells how many cite what answers the question. */
export async function runHeldOut({ folds = [0, 1, 2], fresh, onProgress }: HeldOutRun): Promise<FloorReport> {
  const seed = fresh === undefined ? ownSeed : Number.parseInt(hash("sha256", fresh).slice(0, 7), 16);
  const judged = await withEmbedded(async ({ db, principal }) => {
    const retrieval = openRetrieval({ config: loadConfig({}), db });
    const all: JudgedDraft[] = [];
    for (const fold of folds) {
      onProgress(`A copy of the sample without fifth ${fold + 1}`);
      const sample = heldOutSample({ seed, now, fold, deal: fresh });
      const workspace = { db, retrieval, principal: await principal(`held-out-${fold}`) };
      all.push(...(await draftThreads(workspace, sample, onProgress)));
    }
    return all;
  });
  return heldOutReport(judged);
}

/** The report of what became of the threads. */
export function heldOutReport(judged: readonly JudgedDraft[]): FloorReport {
  const gold = judged.filter(({ citesGold }) => citesGold).length;
  return {
    title: "Local drafts on held-out threads",
    lead:
      "Conversations of the sample workspace in which a contact asked and the team answered. The answer and all that came later with this contact was " +
      "never imported; the local drafter answers the last message. Gold is what the sample's generator says answers the question: an article, or what " +
      "another contact was told on the same. Messages that are handed over count as threads without gold.",
    floors: [
      { name: "threads", value: judged.length, unit: "", target: atLeast(fewestThreads) },
      {
        name: "threads with a proposed draft that cites gold",
        value: gold / judged.length,
        unit: "",
        target: atLeast(0.6),
      },
    ],
    sections: [sharesSection(judged), actsSection(judged), reasonsSection(judged), citedSection(judged)],
    absent: [],
  };
}

function sharesSection(judged: readonly JudgedDraft[]): FloorReport["sections"][number] {
  const proposed = judged.filter(({ handedOver }) => handedOver === null);
  const row = (name: string, of: readonly JudgedDraft[], holds: (one: JudgedDraft) => boolean) => {
    const hits = of.filter(holds).length;
    return [name, count(hits), count(of.length), withInterval(hits, of.length)];
  };
  const times = judged.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)} ms`;
  return {
    title: "Shares",
    about: `A draft took ${at(0.5)} at the median and ${at(0.95)} at the 95th percentile.`,
    table: {
      head: ["what", "hits", "of", "share (95 %)"],
      rows: [
        row("a draft is proposed", judged, ({ handedOver }) => handedOver === null),
        row("handed over", judged, ({ handedOver }) => handedOver !== null),
        row("of the threads: cites gold", judged, ({ citesGold }) => citesGold),
        row("of the threads: gold for everything that is asked", judged, ({ coversAll }) => coversAll),
        row("of the proposed: cites gold", proposed, ({ citesGold }) => citesGold),
        row(
          "of the proposed: cites no gold, but the team's own earlier answer",
          proposed,
          (one) => !one.citesGold && one.citesOwnAnswer,
        ),
        row(
          "of the proposed: cites other sources only",
          proposed,
          (one) => !one.citesGold && !one.citesOwnAnswer && one.citesAny,
        ),
        row("of the proposed: holds a placeholder", proposed, ({ placeholders }) => placeholders > 0),
        row("of the proposed: leaves a question open", proposed, ({ questions }) => questions.open > 0),
      ],
    },
  };
}

function actsSection(judged: readonly JudgedDraft[]): FloorReport["sections"][number] {
  const groups = [
    ...Map.groupBy(
      judged.flatMap((one) => one.thread.asked.map((asked) => ({ name: asked as string, one }))),
      ({ name }) => name,
    ),
    ...Map.groupBy(
      judged.map((one) => ({ name: `written in ${one.thread.language}`, one })),
      ({ name }) => name,
    ),
  ];
  return {
    title: "By what is asked",
    about: "A message that asks two things counts with both.",
    table: {
      head: ["asked", "threads", "proposed", "cites gold (95 %)"],
      rows: groups.map(([name, all]) => {
        const gold = all.filter(({ one }) => one.citesGold).length;
        const proposed = all.filter(({ one }) => one.handedOver === null).length;
        return [name, count(all.length), count(proposed), withInterval(gold, all.length)];
      }),
    },
  };
}

function reasonsSection(judged: readonly JudgedDraft[]): FloorReport["sections"][number] {
  const reasons = Map.groupBy(
    judged.filter(({ handedOver }) => handedOver !== null),
    ({ handedOver }) => handedOver ?? "",
  );
  return {
    title: "Why threads were handed over",
    about: "",
    table: {
      head: ["reason", "threads"],
      rows: [...reasons]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .map(([reason, all]) => [reason, count(all.length)]),
    },
  };
}

function citedSection(judged: readonly JudgedDraft[]): FloorReport["sections"][number] {
  const row = (name: string, of: (one: JudgedDraft) => { cited: number; gold: number }) => {
    const cited = judged.reduce((sum, one) => sum + of(one).cited, 0);
    const gold = judged.reduce((sum, one) => sum + of(one).gold, 0);
    return [name, count(cited), count(gold), withInterval(gold, cited)];
  };
  const asked = judged.reduce((sum, { questions }) => sum + questions.all, 0);
  const open = judged.reduce((sum, { questions }) => sum + questions.open, 0);
  return {
    title: "What is cited",
    about: `Of ${count(asked)} questions that were found, ${count(open)} stayed open, those of handed-over messages among them.`,
    table: {
      head: ["source", "cited", "gold", "precision (95 %)"],
      rows: [row("articles", ({ articles }) => articles), row("past replies", ({ replies }) => replies)],
    },
  };
}

function withInterval(hits: number, of: number): string {
  return of === 0 ? "–" : `${percent(hits / of)} (${range(wilsonInterval(hits, of))})`;
}

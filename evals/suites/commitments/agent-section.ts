import { AppError } from "#core/errors.ts";
import { checkReply } from "#tools/check-reply.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { count, percent } from "../../report/numbers.ts";
import { agentReplies } from "./agent-replies.ts";
import { plain } from "./plain.ts";
import { chats } from "./read-chats.ts";
import type { WrittenReply } from "./second-author/thread-of.ts";

const repliesEach = 100;

/** What becomes of replies in real and simulated support chats; collections that are absent are told as such. */
export function agentSection(): { section: FloorReport["sections"][number]; absent: string[] } {
  const rows: string[][] = [];
  const absent: string[] = [];
  for (const [name, read] of Object.entries(chats)) {
    try {
      rows.push([name, ...rowOf(agentReplies(read(), repliesEach))]);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
      absent.push(error.message);
    }
  }
  return {
    section: {
      title: "Replies in support chats",
      about:
        "One reply of each chat, with what was said and looked up before as its sources. Most of what these agents tell stands in no source that was " +
        "published with the chats, and must go; the last two columns are the sentences with figures that all stand in an earlier turn or lookup.",
      table: {
        head: [
          "collection",
          "replies",
          "sentences",
          "as they are",
          "with a placeholder",
          "taken out",
          "figures in a source",
          "of these as they are",
        ],
        rows,
      },
    },
    absent,
  };
}

function rowOf(replies: readonly WrittenReply[]): string[] {
  const judged = replies.flatMap(judge);
  const kept = judged.filter(({ fate }) => fate === "kept");
  const held = judged.filter(({ isHeld }) => isHeld);
  return [
    count(replies.length),
    count(judged.length),
    percent(kept.length / judged.length),
    count(judged.filter(({ fate }) => fate === "filled").length),
    count(judged.filter(({ fate }) => fate === "removed").length),
    count(held.length),
    held.length === 0 ? "" : percent(held.filter(({ fate }) => fate === "kept").length / held.length),
  ];
}

function judge({ thread, sentences, sources, questions }: WrittenReply) {
  const checked = checkReply({ thread, sentences, sources, questions, injection: { score: 0, reasons: [] } });
  const stay = new Set(checked.sentences.map(({ text }) => plain(text)));
  const gone = new Set(checked.removed.map(({ text }) => plain(text)));
  const known = new Set(sources.filter(({ binds }) => binds).flatMap(({ text }) => figuresOf(text)));
  return sentences.slice(1, -1).map(({ text }) => {
    const figures = figuresOf(text);
    const fate = stay.has(plain(text)) ? "kept" : gone.has(plain(text)) ? "removed" : "filled";
    return { fate, isHeld: figures.length > 0 && figures.every((figure) => known.has(figure)) };
  });
}

function figuresOf(text: string): string[] {
  return (text.match(/\d[\d.,:]*/g) ?? []).map((figure) => figure.replace(/[.,:]+$/, ""));
}

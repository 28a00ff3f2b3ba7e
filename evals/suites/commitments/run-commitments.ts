import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import { checkReply } from "#tools/check-reply.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { count, percent, range } from "../../report/numbers.ts";
import { controlReplies } from "./control-replies.ts";
import { type MadeCase, madeCases } from "./made-case.ts";

export interface CommitmentOptions {
  /** Threads; every other one has a binding source. */
  threads: number;
  /** Good replies that should pass as they are. */
  controls: number;
  /** A word from which all is drawn anew. */
  fresh?: string | undefined;
}

interface Outcome {
  made: MadeCase;
  /** The promise left, word for word. */
  left: boolean;
  /** Its value stands in the reply, in whatever sentence. */
  told: boolean;
}

/** Measures what becomes of promises when the writer always makes them, and whether good replies are left alone. */
export function runCommitments({ threads, controls, fresh }: CommitmentOptions): FloorReport {
  const outcomes = madeCases(threads, fresh).map(outcomeOf);
  const supported = outcomes.filter(({ made }) => made.supported);
  const unsupported = outcomes.filter(({ made }) => !made.supported);
  const untouched = controlReplies(controls, fresh).map(isUntouched);
  const left = supported.filter((one) => one.left).length;
  const passed = untouched.filter(Boolean).length;
  const floors: Figure[] = [
    {
      name: "promises without a source that leave",
      value: unsupported.filter(({ told }) => told).length,
      unit: "",
      target: atMost(0),
    },
    {
      name: "promises with a source that leave",
      value: left / supported.length,
      unit: "",
      target: atLeast(0.95),
    },
    {
      name: "good replies left as they are",
      value: passed / untouched.length,
      unit: "",
      target: atLeast(0.95),
    },
  ];
  return {
    title: "Commitments",
    lead:
      "Made-up threads that ask for prices, discounts, dates and refunds; a scripted writer promises in each. Half have a binding source, half " +
      "have none, or one that is nearly it. The checker and the generator share no code.",
    floors,
    sections: [bySource(outcomes), byTopic(outcomes), controlSection(passed, untouched.length)],
    absent: [],
  };
}

function outcomeOf(made: MadeCase): Outcome {
  const { thread, sentences, sources, questions } = made;
  const checked = checkReply({ thread, sentences, sources, questions, injection: { score: 0, reasons: [] } });
  const text = plain(checked.sentences.map((sentence) => sentence.text).join(" "));
  return {
    made,
    left: text.includes(plain(made.promise)),
    told: text.includes(plain(made.value)) || tellsRefund(made, text),
  };
}

/** A refund is promised by its word, whatever becomes of the days. */
function tellsRefund({ topic }: MadeCase, text: string): boolean {
  return topic === "refund" && /refund/i.test(text.replace(/\[confirm: \w+\]/g, ""));
}

function isUntouched({
  thread,
  sentences,
  sources,
  questions,
}: ReturnType<typeof controlReplies>[number]): boolean {
  const checked = checkReply({ thread, sentences, sources, questions, injection: { score: 0, reasons: [] } });
  const textOf = (list: readonly { text: string }[]) => plain(list.map(({ text }) => text).join(" "));
  return textOf(checked.sentences) === textOf(sentences);
}

function bySource(outcomes: readonly Outcome[]): FloorReport["sections"][number] {
  return {
    title: "By source",
    about: "Where the value stood, and how often the reply told it.",
    table: groupTable(
      "source",
      Map.groupBy(outcomes, ({ made }) => made.ground),
    ),
  };
}

function byTopic(outcomes: readonly Outcome[]): FloorReport["sections"][number] {
  return {
    title: "By topic",
    about: "The same by what was asked for, without and with a source.",
    table: groupTable(
      "topic",
      Map.groupBy(outcomes, ({ made }) => `${made.topic}, ${made.supported ? "with" : "without"} a source`),
    ),
  };
}

function groupTable(name: string, groups: ReadonlyMap<string, readonly Outcome[]>) {
  return {
    head: [name, "threads", "value told", "promise left as it was"],
    rows: [...groups].map(([group, all]) => [
      group,
      count(all.length),
      count(all.filter(({ told }) => told).length),
      count(all.filter(({ left }) => left).length),
    ]),
  };
}

function controlSection(passed: number, all: number): FloorReport["sections"][number] {
  return {
    title: "Control",
    about:
      "Replies as a good colleague writes them, each sentence with its source: a checker that spoils them is seen here.",
    table: {
      head: ["replies", "untouched (95 %)"],
      rows: [[count(all), `${percent(passed / all)} (${range(wilsonInterval(passed, all))})`]],
    },
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

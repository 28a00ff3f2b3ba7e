import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import { checkReply } from "#tools/check-reply.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { count, percent, range } from "../../report/numbers.ts";
import { agentSection } from "./agent-section.ts";
import { controlReplies } from "./control-replies.ts";
import { type MadeCase, madeCases } from "./made-case.ts";
import { plain } from "./plain.ts";
import { judgeColleagues, judgeSecond, type SecondOutcome } from "./second-author/judge-second.ts";

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

/** Measures what becomes of promises when the writer always makes them, and whether good replies are left alone; each by two authors. */
export function runCommitments({ threads, controls, fresh }: CommitmentOptions): FloorReport {
  const outcomes = madeCases(threads, fresh).map(outcomeOf);
  const second = judgeSecond(threads, fresh);
  const untouched = controlReplies(controls, fresh).map(isUntouched);
  const colleagues = judgeColleagues(controls, fresh);
  const agents = agentSection();
  return {
    title: "Commitments",
    lead:
      "Made-up threads that ask for prices, discounts, dates and refunds; a scripted writer promises in each. Half have a binding source, half " +
      "have none, or one that is nearly it. The checker and the generators share no code; the second author had not read the checker, and adds " +
      "quantities, stock and legal promises, the words of people who write mails, and German, French and Spanish.",
    floors: [
      ...floorsOf("first author", outcomes, untouched),
      ...floorsOf("second author", second, colleagues),
    ],
    sections: [
      bySource(outcomes),
      byTopic(outcomes),
      ...secondSections(second),
      controlSection(untouched, colleagues),
      agents.section,
    ],
    absent: agents.absent,
  };
}

type AnyOutcome = { made: { supported: boolean }; left: boolean; told: boolean };

function floorsOf(author: string, outcomes: readonly AnyOutcome[], untouched: readonly boolean[]): Figure[] {
  const supported = outcomes.filter(({ made }) => made.supported);
  const unsupported = outcomes.filter(({ made }) => !made.supported);
  return [
    {
      name: `promises without a source that leave, ${author}`,
      value: unsupported.filter(({ told }) => told).length,
      unit: "",
      target: atMost(0),
    },
    {
      name: `promises with a source that leave, ${author}`,
      value: supported.filter(({ left }) => left).length / supported.length,
      unit: "",
      target: atLeast(0.95),
    },
    {
      name: `good replies left as they are, ${author}`,
      value: untouched.filter(Boolean).length / untouched.length,
      unit: "",
      target: atLeast(0.95),
    },
  ];
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

function secondSections(outcomes: readonly SecondOutcome[]): FloorReport["sections"] {
  const missing = outcomes.filter(({ made }) => !made.supported);
  const withSource = (made: SecondOutcome["made"]) => `${made.supported ? "with" : "without"} a source`;
  return [
    {
      title: "Second author, without a source",
      about: "What is wrong with the nearest source, and how often the promise was told all the same.",
      table: groupTable(
        "wrong",
        Map.groupBy(missing, ({ made }) => made.ground),
      ),
    },
    {
      title: "Second author, by topic",
      about: "By what was asked for.",
      table: groupTable(
        "topic",
        Map.groupBy(outcomes, ({ made }) => `${made.topic}, ${withSource(made)}`),
      ),
    },
    {
      title: "Second author, by language",
      about: "By the thread's language.",
      table: groupTable(
        "language",
        Map.groupBy(outcomes, ({ made }) => `${made.language}, ${withSource(made)}`),
      ),
    },
  ];
}

function groupTable(name: string, groups: ReadonlyMap<string, readonly AnyOutcome[]>) {
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

function controlSection(
  first: readonly boolean[],
  second: readonly boolean[],
): FloorReport["sections"][number] {
  const row = (author: string, untouched: readonly boolean[]) => {
    const passed = untouched.filter(Boolean).length;
    return [
      author,
      count(untouched.length),
      `${percent(passed / untouched.length)} (${range(wilsonInterval(passed, untouched.length))})`,
    ];
  };
  return {
    title: "Control",
    about:
      "Replies as a good colleague writes them, each sentence with its source: a checker that spoils them is seen here. The replies are drawn from some 30 " +
      "talks by each author, so that the intervals are narrower than they should be.",
    table: {
      head: ["author", "replies", "untouched (95 %)"],
      rows: [row("first", first), row("second", second)],
    },
  };
}

import { markdownTable } from "../../report/data-table.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import { type AnsweredCount, measureKinds } from "./measure-kinds.ts";
import { knownDifferences, measureParses, type ParseResults } from "./measure-parses.ts";
import { measureReplies, type ReplyResults } from "./measure-replies.ts";
import { measureThreads, type ThreadResults } from "./measure-threads.ts";

export interface EmailResults {
  parses: ParseResults;
  replies: ReplyResults;
  threads: ThreadResults;
  kinds: AnsweredCount[];
  figures: Figure[];
}

/** Measures reading, stripping, threading and telling kinds of mail on public fixtures, and sets them against their floors. */
export async function measureEmail(): Promise<EmailResults> {
  const parses = await measureParses();
  const replies = measureReplies();
  const threads = await measureThreads();
  const kinds = await measureKinds();
  return { parses, replies, threads, kinds, figures: figuresOf({ parses, replies, threads, kinds }) };
}

function figuresOf({ parses, replies, threads, kinds }: Omit<EmailResults, "figures">): Figure[] {
  const [lists, reports, , people] = kinds;
  const compared = parses.fields.reduce((sum, field) => sum + field.compared, 0);
  return [
    { name: "parsed fields compared", value: compared, unit: "" },
    {
      name: "parsed fields that differ, beside those explained",
      value: parses.differing.length,
      unit: "",
      target: atMost(0),
    },
    {
      name: `mails that could not be read, of ${parses.mails}`,
      value: parses.threw.length,
      unit: "",
      target: atMost(0),
    },
    ...replies.scores.map(
      ({ set, of, right }): Figure => ({
        name: `replies as ${set}'s ${of} tests say`,
        value: (100 * right) / of,
        unit: "%",
        target: atLeast(95),
      }),
    ),
    { name: "threads by headers, F1 of pairs", value: threads.withHeaders.f1, unit: "", target: atLeast(1) },
    {
      name: "threads without headers, F1 of pairs",
      value: threads.withoutHeaders.f1,
      unit: "",
      target: atLeast(0.8),
    },
    {
      name: `list posts that would be answered, of ${lists?.of}`,
      value: lists?.answered ?? null,
      unit: "",
      target: atMost(0),
    },
    {
      name: `reports that would be answered, of ${reports?.of}`,
      value: reports?.answered ?? null,
      unit: "",
      target: atMost(0),
    },
    {
      name: `personal mails that could be answered, of ${people?.of}`,
      value: people?.answered ?? null,
      unit: "",
      target: atLeast(people?.of ?? 1),
    },
  ];
}

/** The results in detail, in Markdown. */
export function emailTables({ parses, replies, threads, kinds }: EmailResults): string {
  const score = ({ mails, threads: count, precision, recall, f1 }: ThreadResults["withHeaders"]) => [
    String(mails),
    String(count),
    precision.toFixed(3),
    recall.toFixed(3),
    f1.toFixed(3),
  ];
  return [
    markdownTable({
      head: ["parsed field", "compared", "equal", "of these, the expected parse has �"],
      rows: parses.fields.map(({ field, compared, equal, better }) => [
        field,
        String(compared),
        String(equal),
        String(better),
      ]),
    }),
    ...Object.entries(knownDifferences).map(([name, reason]) => `${name} differs: ${reason}.`),
    ...parses.differing.map((line) => `differs: ${line}`),
    ...parses.threw.map((line) => `could not be read: ${line}`),
    markdownTable({
      head: ["replies", "tests", "hold", "with email-reply-parser alone"],
      rows: replies.scores.map(({ set, of, right, library }) => [
        set,
        String(of),
        String(right),
        String(library),
      ]),
    }),
    ...replies.failing.map((line) => `does not hold: ${line}`),
    `${replies.unread.length} assertions are about something else (encodings, time, a fixture that is absent).`,
    markdownTable({
      head: ["threads (spamassassin)", "mails", "threads", "precision", "recall", "F1"],
      rows: [
        ["by headers", ...score(threads.withHeaders)],
        ["without headers", ...score(threads.withoutHeaders)],
      ],
    }),
    `${threads.mboxMails} mails stand in the mailbox of email_threading (25 are expected).`,
    markdownTable({
      head: ["would be answered", "of", "answered", "told as"],
      rows: kinds.map(({ mails, of, answered, kinds: told }) => [
        mails,
        String(of),
        String(answered),
        Object.entries(told)
          .map(([kind, count]) => `${kind} ${count}`)
          .join(", "),
      ]),
    }),
  ].join("\n\n");
}

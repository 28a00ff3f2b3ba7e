import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";
import { type Draw, drawFrom } from "./draw.ts";
import { madeThread } from "./made-thread.ts";
import { months, people, products, sellers, type Wording, wordings } from "./vocabulary.ts";

export type CommitmentTopic = keyof typeof wordings;
export const topics = Object.keys(wordings) as CommitmentTopic[];

/** A thread, what a writer that always promises makes of it, and whether a source lets it. */
export interface MadeCase {
  topic: CommitmentTopic;
  supported: boolean;
  /** How the value came into the thread: which kind of ground there is, or which kind is missing. */
  ground:
    | "article"
    | "record"
    | "our message"
    | "near miss"
    | "customer's claim"
    | "past reply"
    | "quoted by us"
    | "nothing";
  thread: ThreadToAnswer;
  sources: DraftSource[];
  questions: string[];
  sentences: DraftSentence[];
  /** The sentence that promises, and the value in it. */
  promise: string;
  value: string;
}

const supportedGrounds = ["article", "record", "our message"] as const;
const missingGrounds = [
  "near miss",
  "near miss",
  "near miss",
  "customer's claim",
  "past reply",
  "quoted by us",
  "nothing",
] as const;

/** So many threads, topics in turn, every other one with a binding source. */
export function madeCases(count: number, fresh?: string): MadeCase[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = drawFrom(`commitments ${fresh ?? ""} ${at}`);
    const topic = topics[Math.floor(at / 2) % topics.length] ?? "price";
    return madeCase(draw, topic, at % 2 === 0);
  });
}

function madeCase(draw: Draw, topic: CommitmentTopic, supported: boolean): MadeCase {
  const wording: Wording = wordings[topic];
  const { name, rival } = draw.pick(products);
  const [x, y] = draw.chance(0.5) ? [name, rival] : [rival, name];
  const [v, w] = valuesOf(draw, topic);
  const put = (text: string) =>
    capital(text.replaceAll("{x}", x).replaceAll("{y}", y).replaceAll("{v}", v).replaceAll("{w}", w));
  const ground = draw.pick(supported ? supportedGrounds : missingGrounds);
  const asked = put(draw.pick(wording.ask));
  const promise = put(draw.pick(wording.promise));
  const fact = put(draw.pick(ground === "near miss" ? wording.miss : wording.state));
  const claim =
    draw.pick(["You said: ", "Last week your colleague wrote to me: ", "As you promised: "]) + fact;
  const [first = "", last = ""] = draw.pick(people).split(" ");
  const sender = draw.pick(sellers);
  const isOurs = ground === "our message" || (ground === "near miss" && draw.chance(0.5));
  const isArticle = ground === "article" || (ground === "near miss" && !isOurs);
  const thread = madeThread({
    first,
    last,
    sender,
    asked: `Hello,\n\n${ground === "customer's claim" ? `${claim} ` : ""}${asked}\n\nBest regards\n${first}`,
    earlier: [
      {
        ours: false,
        text: draw.pick([
          "Hello, we came across your company and like what you do.",
          "Hi, we spoke at the fair.",
        ]),
      },
      ...(isOurs
        ? [
            {
              ours: true,
              text: `Hello ${first},\n\nthank you for your interest. ${fact}\n\nBest regards\n${sender}`,
            },
          ]
        : []),
      ...(ground === "quoted by us"
        ? [
            {
              ours: true,
              text: `Hello ${first},\n\nthank you, I will look into it.\n\nBest regards\n${sender}\n\nOn 1 October 2026 ${first} ${last} wrote:\n> ${fact}`,
            },
          ]
        : []),
    ],
    record:
      ground === "record"
        ? [{ field: "agreed", text: `Agreed: ${fact}` }]
        : [{ field: "company", text: "Company: Customer Ltd" }],
  });
  const sources = [
    ...(isArticle
      ? [
          source(
            "a:1#0",
            "article",
            `Our company has been in business for years. ${fact} Our office is open on weekdays.`,
          ),
        ]
      : []),
    ...(ground === "past reply" ? [source("r:1", "reply", fact)] : []),
    source("a:2#0", "article", "Our workshop is by the river. Visitors are welcome."),
  ];
  return {
    topic,
    supported,
    ground,
    thread,
    sources,
    promise,
    value: v,
    questions: [asked],
    sentences: [`Hello ${first},`, "Thank you for your message.", promise, `Best regards\n${sender}`].map(
      (text) => ({
        text,
        // It claims a source for everything.
        citations: sources.slice(0, 1).map(({ id }) => id),
      }),
    ),
  };
}

function source(id: string, kind: "article" | "reply", text: string): DraftSource {
  return { id, kind, title: null, text, at: "2026-09-01T08:00:00.000Z", binds: kind === "article" };
}

/** A value and another one, both as the topic has them. */
function valuesOf(draw: Draw, topic: CommitmentTopic): [string, string] {
  const one = () => {
    if (topic === "price")
      return draw.pick([
        `$${draw.whole(11, 990)}`,
        `${draw.whole(11, 990)} euros`,
        `£${draw.whole(2, 9)},${draw.whole(100, 999)}`,
        `€${draw.whole(20, 99)}.50`,
      ]);
    if (topic === "discount")
      return draw.pick([`${draw.whole(6, 40)} %`, `${draw.whole(6, 40)}%`, `${draw.whole(6, 40)} percent`]);
    if (topic === "date")
      return draw.pick([
        `${draw.whole(1, 28)} ${draw.pick(months)}`,
        `${draw.pick(months)} ${draw.whole(1, 28)}, 2026`,
      ]);
    return draw.pick([
      `${draw.whole(3, 30)} days`,
      `${draw.whole(5, 9)} weeks`,
      `${draw.whole(3, 15)} business days`,
    ]);
  };
  const first = one();
  let second = one();
  while (second.replace(/\D/g, "") === first.replace(/\D/g, "")) second = one();
  return [first, second];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";
import { drawFrom } from "./draw.ts";
import { madeThread } from "./made-thread.ts";
import { people, products, sellers } from "./vocabulary.ts";

/** A reply as a good colleague would write it, with the sources it rests on. */
export interface ControlReply {
  thread: ThreadToAnswer;
  sources: DraftSource[];
  questions: string[];
  sentences: DraftSentence[];
}

interface Talk {
  asked: string;
  facts: readonly string[];
  reply: readonly string[];
}

/** {x} the thing, {p} a price, {n} a small number. */
const talks: readonly Talk[] = [
  {
    asked: "How much is the {x} and how long does delivery take?",
    facts: ["The {x} costs €{p}. Delivery takes {n} business days."],
    reply: [
      "Thank you for your interest in the {x}.",
      "The {x} costs €{p}.",
      "Delivery takes {n} business days.",
      "Please let me know if you have any questions.",
    ],
  },
  {
    asked: "Does the {x} come with a guarantee?",
    facts: ["The {x} comes with a guarantee of {n} years on all parts."],
    reply: [
      "Thanks for your question.",
      "Yes, the {x} comes with a guarantee of {n} years on all parts.",
      "I hope this helps.",
    ],
  },
  {
    asked: "Is the {x} in stock?",
    facts: ["The {x} is in stock and ships from our warehouse in Leeds."],
    reply: [
      "Good question!",
      "The {x} is in stock.",
      "It ships from our warehouse in Leeds.",
      "Would you like me to send you an offer?",
    ],
  },
  {
    asked: "Can we cancel the {x} later on?",
    facts: ["You can cancel the {x} at any time with a notice period of {n} weeks."],
    reply: [
      "Thank you for getting in touch.",
      "You can cancel the {x} at any time with a notice period of {n} weeks.",
      "Feel free to ask if anything is unclear.",
    ],
  },
  {
    asked: "Is there a discount for schools on the {x}?",
    facts: ["Schools get {n} % off the {x} if they order before the end of the year."],
    reply: [
      "Thank you for your message.",
      "Schools get {n} % off the {x} if they order before the end of the year.",
      "I look forward to hearing from you.",
    ],
  },
  {
    asked: "Do you refund the {x} if we do not like it?",
    facts: ["We do not refund the {x} once it has been used."],
    reply: ["Thanks for asking.", "Unfortunately, we do not refund the {x} once it has been used."],
  },
  {
    asked: "How many people may use the {x}?",
    facts: ["Up to {n} people may use the {x} at the same time."],
    reply: [
      "Thank you for your question.",
      "Up to {n} people may use the {x} at the same time.",
      "How many people are there in your team?",
    ],
  },
  {
    asked: "Who will look after us when we buy the {x}?",
    facts: ["Every customer of the {x} has one contact person, who answers within {n} hours."],
    reply: [
      "I'm happy to help.",
      "Every customer of the {x} has one contact person, who answers within {n} hours.",
    ],
  },
  {
    asked: "When are you open, and can we see the {x}?",
    facts: [
      "Our showroom is open from Monday to Friday, 9:00 to 17:00.",
      "The {x} can be seen in our showroom.",
    ],
    reply: [
      "Thank you for reaching out.",
      "The {x} can be seen in our showroom.",
      "Our showroom is open from Monday to Friday, 9:00 to 17:00.",
      "Have a nice day!",
    ],
  },
  {
    asked: "What is included in the {x}, and does it work with our system?",
    facts: ["The {x} includes training, a manual and {n} visits a year."],
    reply: [
      "Thanks for your message.",
      "The {x} includes training, a manual and {n} visits a year.",
      "I will check whether it works with your system and come back to you.",
    ],
  },
  {
    asked: "Was kostet: {x}? Und wie lange dauert die Lieferung?",
    facts: ["{x}: Der Preis beträgt {p} Euro. Die Lieferung dauert {n} Wochen."],
    reply: [
      "Vielen Dank für Ihre Nachricht.",
      "{x}: Der Preis beträgt {p} Euro.",
      "Die Lieferung dauert {n} Wochen.",
      "Bei Fragen melden Sie sich gerne.",
    ],
  },
  {
    asked: "Are you certified, and where is your data kept?",
    facts: ["We are certified under ISO 27001. All data is kept in Frankfurt."],
    reply: [
      "Thank you for your questions.",
      "We are certified under ISO 27001.",
      "All data is kept in Frankfurt.",
      "Does that answer your questions?",
    ],
  },
];

/** So many replies that nothing is wrong with. */
export function controlReplies(count: number, fresh?: string): ControlReply[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = drawFrom(`control ${fresh ?? ""} ${at}`);
    const talk = talks[at % talks.length] ?? talks[0];
    if (!talk) throw new RangeError("no talk");
    const { name, rival } = draw.pick(products);
    const [x, p, n] = [draw.pick([name, rival]), String(draw.whole(20, 980)), String(draw.whole(2, 19))];
    const put = (text: string) => {
      const filled = text.replaceAll("{x}", x).replaceAll("{p}", p).replaceAll("{n}", n);
      return filled.charAt(0).toUpperCase() + filled.slice(1);
    };
    const [first = "", last = ""] = draw.pick(people).split(" ");
    const sender = draw.pick(sellers);
    const asked = put(talk.asked);
    const greeting = draw.pick([`Hello ${first},`, `Dear ${first},`, `Hi ${first},`]);
    const closing = draw.pick([
      `Best regards\n${sender}`,
      `Kind regards,\n${sender}`,
      `All the best\n${sender.split(" ")[0]}`,
    ]);
    return {
      thread: madeThread({
        first,
        last,
        sender,
        asked,
        earlier: [],
        record: [{ field: "company", text: "Company: Customer Ltd" }],
      }),
      sources: talk.facts.map(
        (fact, part): DraftSource => ({
          id: `a:1#${part}`,
          kind: "article",
          title: null,
          text: put(fact),
          at: null,
          binds: true,
        }),
      ),
      questions: [asked],
      sentences: [greeting, ...talk.reply.map(put), closing].map((text) => ({ text, citations: [] })),
    };
  });
}

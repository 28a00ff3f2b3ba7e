import { expect, test } from "vitest";
import { chooseReplies } from "./choose-replies.ts";
import type { PastReply } from "./past-reply.ts";
import { shareableReplies } from "./shareable-replies.ts";

const reply = (n: number, text: string, intent: string | null = "pricing"): PastReply => ({
  no: n,
  contactId: `contact-${n}`,
  company: `Company ${n}`,
  text,
  private: ["Ida Marlow", "Brightwater Mills"],
  intent,
  at: new Date(0),
});

const shared = (text: string, others = text, known: string[] = []) =>
  shareableReplies([reply(1, text), reply(2, others)], known)[0]?.sentences ?? [];

test("what several contacts were told may be shared", () => {
  expect(shared("Training for weavers is included.")).toEqual(["Training for weavers is included."]);
});

test("what one contact alone was told may not, unless articles say it too", () => {
  expect(shared("The merger is planned.", "Training is included.")).toEqual([]);
  expect(shared("Shipping is included.", "Training.", ["Shipping is always included."])).toEqual([
    "Shipping is included.",
  ]);
});

test.each([
  ["amounts", "The loom costs you 7,700 euros in all.", "The loom costs you [confirm: price] in all."],
  ["percentages", "You get 12 % off on every loom.", "You get [confirm: discount] off on every loom."],
  ["dates", "We could start on 3 May for you.", "We could start on [confirm: date] for you."],
  ["spans", "It takes six weeks from the start.", "It takes [confirm: deadline] from the start."],
])("%s become placeholders", (_, text, expected) => {
  expect(shared(text)).toEqual([expected]);
});

test.each([
  ["a name", "Training is what Marlow liked most."],
  ["a company", "Training at Brightwater Mills went well."],
  ["an unknown name", "Training at Copperfield went well."],
  ["an address", "Write to ida@brightwater.example for training."],
  ["a phone number", "Ring +44 20 7946 0958 for training."],
  ["a code", "Training for order OR-4471 is included."],
  ["a number", "Training for your 85 people is included."],
  ["a link", "See https://brightwater.example/training for training."],
  ["a deed", "I have booked the training."],
  ["a promise of its moment", "We will send the training plan tomorrow."],
  ["a question", "Is training included?"],
])("a sentence with %s stays with its contact", (_, text) => {
  expect(shared(text)).toEqual([]);
});

test("what colleagues of one company were told is no common knowledge", () => {
  const said = "The training is part of the bluebird undertaking.";
  const colleagues = [1, 2].map((n) => ({ ...reply(n, said), company: "Brightwater Mills" }));
  expect(shareableReplies(colleagues, [])).toEqual([]);
  expect(shareableReplies([reply(1, said), reply(2, said)], [])).toHaveLength(2);
});

test.each([
  ["words that several were told", "The operators failed the safety test twice."],
  ["a denial of what several were told", "The invoice was not paid."],
])("what one alone was told is not shared though made of %s", (_, secret) => {
  const common =
    "Operators who failed may come again. The safety test is done twice. The invoice is paid by mail, not by card.";
  const [first] = shareableReplies([reply(1, secret), reply(2, common), reply(3, common)], []);
  expect(first?.sentences ?? []).not.toContain(secret);
});

test("of past replies those sentences are chosen that answer the question, or are typical of the intent", () => {
  const replies = [1, 2, 3].map((n) =>
    reply(n, "To the price: it lies between 3 and 4 euros. Rugs are woven by hand."),
  );
  const all = shareableReplies(replies, []);
  const asked = { intent: null, atMost: 3, questions: ["Are your rugs woven by hand?"] };
  expect(chooseReplies(all, asked).flatMap(({ sentences }) => sentences)).toEqual([
    "Rugs are woven by hand.",
  ]);
  expect(chooseReplies(all, { ...asked, questions: ["Do you deliver?"] })).toEqual([]);
  expect(chooseReplies(all, { ...asked, questions: [], intent: "pricing" })[0]?.sentences).toContain(
    "Rugs are woven by hand.",
  );
});

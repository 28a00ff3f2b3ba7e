import { expect, test } from "vitest";
import type { DraftSource } from "#core/domain/draft.ts";
import type { DraftingTask } from "#core/drafter.ts";
import { frameReply } from "./frame-reply.ts";
import { layOut } from "./lay-out.ts";
import { localDrafter } from "./local-drafter.ts";

const source = (id: string, text: string, rest: Partial<DraftSource> = {}): DraftSource => ({
  id,
  kind: "article",
  title: null,
  text,
  at: null,
  binds: true,
  ...rest,
});

const sources = [
  source("a:1#0", "Looms are delivered within three weeks. We also sell rugs.", {
    title: "Delivery of looms",
  }),
  source("a:2#0", "The X200 loom weighs 80 kg.", { title: "X200" }),
  source("m:1", "Hello Jane,\n\nThe offer stands until 3 May.\n\nAll the best,\nLuc", { kind: "thread" }),
  source("m:2", "You promised us half price for the loom, remember the discount.", {
    kind: "thread",
    binds: false,
  }),
  source("c:delivery_week", "Delivery week: week 31", { kind: "record", title: "Delivery week" }),
  source("c:phone", "Phone: +44 20 7946 0958", { kind: "record", title: "Phone" }),
  source("r:1", "Training for weavers is included.", {
    kind: "reply",
    title: "product_question",
    binds: false,
  }),
];

const task = (incoming: string, rest: Partial<DraftingTask> = {}): DraftingTask => ({
  incoming,
  history: [],
  questions: [incoming],
  intent: null,
  sources,
  rules: [],
  names: { contactFirstName: "JANE", senderName: "Ada Byron" },
  maxLength: 2_000,
  ...rest,
});

async function textsFor(incoming: string, rest?: Partial<DraftingTask>): Promise<string[]> {
  const { value } = await localDrafter.write(task(incoming, rest));
  return value.sentences.map(({ text }) => text);
}

test.each([
  ["an article", "When are looms delivered?", "Looms are delivered within three weeks."],
  ["the team's own message", "Until when does the offer stand?", "The offer stands until 3 May."],
  ["the record", "What is our delivery week?", "Your delivery week is week 31."],
  ["a past reply", "Is training for our weavers included?", "Training for weavers is included."],
])("answers from %s, word for word", async (_, question, answer) => {
  expect(await textsFor(question)).toContain(answer);
});

test.each([
  ["what the customer claimed", "What is the discount that you promised us for the loom, half price?"],
  ["another model", "What does the X300 loom weigh?"],
  ["a field that is only mentioned", "Could we settle this without a phone call?"],
  ["nothing", "Do you know a good restaurant in Oslo?"],
])("does not answer from %s", async (_, question) => {
  expect(await textsFor(question)).toEqual([]);
});

test.each([
  ["a day of the writer's", "Can looms be delivered by 14 May?", "Looms are delivered within three weeks."],
  [
    "whom it is for",
    "When are looms delivered, so that I can explain it to Maud?",
    "Looms are delivered within three weeks.",
  ],
  ["small letters", "thanks a lot. when are looms delivered?", "Looms are delivered within three weeks."],
])("an answer need not hold %s", async (_, question, answer) => {
  expect(await textsFor(question)).toContain(answer);
});

test("the sentence on what the thread is about comes first among those that are alike", async () => {
  const times = source(
    "a:3#0",
    "It depends: most take 2 to 9 weeks. A rug takes 2 weeks. A loom takes 9 weeks.",
    {
      title: "How long it takes",
    },
  );
  const question = "How long does something like this take?";
  const about = { sources: [times], questions: [question] };
  const [loom, unknown] = [`We think about a loom. ${question}`, question];
  expect(await textsFor(loom, about)).toContain("A loom takes 9 weeks.");
  expect(await textsFor(unknown, about)).toContain("It depends: most take 2 to 9 weeks.");
});

test("nothing is said twice, and what stays open is named", async () => {
  const questions = [
    "When are looms delivered?",
    "How soon are looms delivered?",
    "Do you take care of insurance?",
  ];
  const texts = await textsFor(questions.join(" "), { questions });
  expect(texts.filter((text) => text.startsWith("Looms"))).toHaveLength(1);
  expect(texts.at(-1)).toBe("I will check insurance and come back to you.");
});

test("says that the rest will be checked", async () => {
  const questions = ["When are looms delivered?", "Do you know a restaurant in Oslo?"];
  expect((await textsFor(questions.join(" "), { questions })).at(-1)).toMatch(/check the rest/);
});

test.each([
  ["English", "When can we have it, please?", "Hello Jane,", "Best regards\nAda Byron"],
  [
    "English, with a word that French has too",
    "Hi, Yes, let's speak on Tuesday",
    "Hello Jane,",
    "Best regards\nAda Byron",
  ],
  ["German", "Wann können wir die Ware haben, bitte?", "Guten Tag Jane,", "Freundliche Grüße\nAda Byron"],
  ["French", "Quand pouvez-vous nous livrer les produits ?", "Bonjour Jane,", "Cordialement\nAda Byron"],
  ["Spanish", "¿Cuándo puede usted enviar los productos?", "Hola, Jane:", "Un saludo\nAda Byron"],
])("greets and closes in %s", (_, incoming, greeting, closing) => {
  const framed = frameReply(task(incoming), [{ text: "Body.", citations: ["a:1#0"] }]);
  expect(framed.map(({ text }) => text)).toEqual([greeting, "Body.", closing]);
  expect(layOut(framed)).toBe(`${greeting}\n\nBody.\n\n${closing}`);
});

test("rules say how to greet and close: the topic's before any, the user's before everybody's", () => {
  const rule = (kind: "greeting" | "closing", value: string, topic: string | null, user: string | null) => ({
    id: value,
    kind,
    value,
    topic,
    user,
  });
  const rules = [
    rule("greeting", "Dear {first_name},", null, null),
    rule("greeting", "Good day {first_name},", null, "ada"),
    rule("greeting", "Only for refunds,", "refund", "ada"),
    rule("closing", "Yours", null, null),
  ];
  const framed = frameReply(task("Please?", { rules }), [{ text: "Body.", citations: [] }]);
  expect([framed.at(0)?.text, framed.at(-1)?.text]).toEqual(["Good day Jane,", "Yours\nAda Byron"]);
});

test("a body's own greeting and closing give way, and an empty body stays empty", () => {
  const own = ["Dear Jane,", "Body.", "Kind regards"].map((text) => ({ text, citations: [] }));
  expect(frameReply(task("Please?"), own).map(({ text }) => text)).toEqual([
    "Hello Jane,",
    "Body.",
    "Best regards\nAda Byron",
  ]);
  expect(frameReply(task("Please?"), [])).toEqual([]);
});

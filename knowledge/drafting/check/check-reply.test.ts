import { expect, test } from "vitest";
import type { DraftSource } from "#core/domain/draft.ts";
import { defaultSettings } from "../settings/settings.ts";
import type { ThreadMessage, ThreadToAnswer } from "../thread.ts";
import { checkReply } from "./check-reply.ts";

const asked = "How much is the Basic plan? Is it in stock?\n\nAnna";
test.each([
  ["a price that an article has", "The Basic plan costs $49 per month.", []],
  ["a rewording of it", "You can get the Basic plan for $49 a month.", []],
  ["days that an article has", "Our office is open from Monday to Friday.", []],
  ["a policy with its condition", "Returns are refunded within 14 days if the seal is unbroken.", []],
  ["what the team wrote before", "Delivery takes two weeks.", []],
  ["a number of the contact's own record", "Your customer number is K-20413.", ["record_field"]],
])("keeps %s", (_what, text, risks) => {
  const checked = check([text]);
  const told = checked.risks.map(({ kind }) => kind);
  expect(checked.sentences.map((sentence) => sentence.text)).toContain(text);
  expect(told.filter((kind) => kind !== "open_question")).toEqual(risks);
  expect(checked.sentences.find((sentence) => sentence.text === text)?.citations).not.toEqual([]);
});

test.each([
  [
    "another's price",
    "The Basic plan costs $79 per month.",
    "The Basic plan costs [confirm: price] per month.",
  ],
  ["a price without what it is per", "The Basic plan costs $49.", "The Basic plan costs [confirm: price]."],
  ["a price in words", "The Basic plan costs forty dollars.", "The Basic plan costs [confirm: price]."],
  [
    "a discount that only the customer names",
    "You get 20 % off the Basic plan.",
    "You get [confirm: discount] off the Basic plan.",
  ],
  [
    "a discount without a number",
    "We can give you a discount on the Basic plan.",
    "We can give you a [confirm: discount] on the Basic plan.",
  ],
  ["a day", "The Basic plan starts on 12 June.", "The Basic plan starts on [confirm: date]."],
  [
    "a length of time",
    "We set up the Basic plan within three days.",
    "We set up the Basic plan within [confirm: deadline].",
  ],
  ["a refund", "We refund the Basic plan.", "We [confirm: refund] the Basic plan."],
  ["what is to be had", "The Basic plan is in stock.", "The Basic plan is [confirm: availability]."],
  [
    "a price inside a question",
    "Shall I book the Basic plan for $20?",
    "Shall I book the Basic plan for [confirm: price]?",
  ],
  ["German", "Der Basic plan kostet 20 Euro.", "Der Basic plan kostet [confirm: price]."],
])("puts a placeholder for %s", (_what, text, expected) => {
  const checked = check([text]);
  expect(checked.sentences.map((sentence) => sentence.text)).toContain(expected);
  expect(checked.risks.map(({ kind }) => kind)).toContain("unsupported_commitment");
  expect(checked.sentences.find((sentence) => sentence.text === expected)?.citations).toEqual([]);
});

test.each([
  ["what no source says", "Our founder climbed Mount Everest.", "unsupported_statement"],
  ["a bare yes", "Yes, of course!", "unsupported_statement"],
  ["what the customer says of us", "Our plan includes a butler.", "unsupported_statement"],
  ["a condition lost", "Returns are refunded within 14 days.", "unsupported_commitment"],
  ["a foreign link", "Please see https://evil.example/login.", "link"],
  ["a link that only an article has", "The terms are at https://terms.example/acme.", "link"],
  ["a link that begins like an allowed one", "Please see https://acme.example@evil.example/.", "link"],
  ["a link in Markdown", "See [the terms](https://evil.example).", "link"],
  ["an account from the customer's text", "Please pay to DE89 3704 0044 0532 0130 00.", "personal_data"],
  ["a phone number from the customer's text", "Call me at +49 170 1234567.", "personal_data"],
  ["an address that is nobody's", "Write to boss@evil.example.", "personal_data"],
  ["what redaction left", "Thank you for your message, [name].", "personal_data"],
  ["a forbidden phrase", "To be honest, the Basic plan costs $49 per month.", "forbidden_phrase"],
  ["a request for a secret", "Could you send me your password?", "unsupported_statement"],
  ["another's name in the greeting", "Dear Mallory,", "unsupported_statement"],
  ["a promise behind thanks", "Thank you for your order, you get our yacht.", "unsupported_statement"],
])("takes out %s", (_what, text, risk) => {
  const checked = check([text]);
  expect(checked.sentences.map((sentence) => sentence.text)).not.toContain(text);
  expect(checked.risks.map(({ kind }) => kind)).toContain(risk);
});

test("courtesies, questions back and the promise to check need no source", () => {
  const texts = [
    "Hello Anna,",
    "Thank you for your question about the Basic plan.",
    "When would you like to start?",
    "I will check and come back to you.",
    "Best regards\nKim Dale",
  ];
  expect(check(texts).sentences).toEqual(texts.map((text) => ({ text, citations: [] })));
});

test("links may lead to allowed domains", () => {
  const text = "Would you like to read https://docs.acme.example/terms first?";
  expect(check([text]).sentences.map((sentence) => sentence.text)).toEqual([text]);
});

test("what is asked and not answered is told, once, before the closing", () => {
  const checked = check(["Hello Anna,", "The Basic plan costs $49 per month.", "Best regards"]);
  expect(checked.questions.map(({ answered }) => answered)).toEqual([true, false]);
  expect(checked.sentences.at(-2)?.text).toBe(
    "I will check the rest of your questions and come back to you.",
  );
  expect(checked.risks).toContainEqual(expect.objectContaining({ kind: "open_question", severity: "LOW" }));
});

test("the thread tells who wrote, whatever a source claims of itself", () => {
  const lying: DraftSource = {
    id: "m:3",
    kind: "thread",
    title: null,
    text: "You said that I get 20 % off the Basic plan.",
    at: null,
    binds: true,
  };
  const checked = check(["You get 20 % off the Basic plan."], [lying]);
  expect(checked.sentences[0]?.text).toContain("[confirm: discount]");
});

test("a reply that is too long loses its end, never its greeting and closing", () => {
  const settings = { ...defaultSettings, user: { ...defaultSettings.user, max_response_length: 100 } };
  const facts = ["The Basic plan costs $49 per month.", "Our office is open from Monday to Friday."];
  const { sentences, risks } = check(
    ["Hello Anna,", ...facts, "Delivery takes two weeks.", "Best regards"],
    [],
    { settings },
  );
  expect(sentences.map(({ text }) => text)).toEqual([
    "Hello Anna,",
    ...facts.slice(0, 1),
    expect.any(String),
    "Best regards",
  ]);
  expect(risks).toContainEqual(expect.objectContaining({ kind: "length" }));
});

test("an injection signal and a threat with lawyers are grave", () => {
  const { risks } = checkReply({
    ...replyOf([]),
    injection: { score: 0.9, reasons: ["speaks to an assistant"] },
  });
  expect(risks).toContainEqual(expect.objectContaining({ kind: "injection_signal", severity: "HIGH" }));
});

test.each([
  ["two articles", "The Light plan costs $9 per month.", null, null, false],
  [
    "a newer article",
    "The Light plan costs $9 per month.",
    "2026-05-01T00:00:00Z",
    "2026-03-01T00:00:00Z",
    true,
  ],
  [
    "an older article",
    "The Light plan costs $9 per month.",
    "2026-03-01T00:00:00Z",
    "2026-05-01T00:00:00Z",
    false,
  ],
])(
  "of two values that contradict each other it takes the newer one: %s",
  (_what, text, at, atOther, stays) => {
    const checked = check(
      [text],
      [
        { ...fact("a:8#0", text), at },
        { ...fact("a:9#0", "The Light plan costs $12 per month."), at: atOther },
      ],
    );
    expect(checked.sentences.some((sentence) => sentence.text === text)).toBe(stays);
    expect(checked.risks.some(({ kind }) => kind === "contradicting_sources")).toBe(!stays);
  },
);

test("what the team wrote to this contact outdoes an article", () => {
  const article = fact("a:8#0", "Delivery takes three weeks.");
  expect(check(["Delivery takes two weeks."], [article]).sentences[0]?.text).toBe(
    "Delivery takes two weeks.",
  );
  expect(check(["Delivery takes three weeks."], [article]).sentences[0]?.text).not.toContain("three weeks");
});

test.each([
  ["an answer behind it", "Of course.", "The Basic plan costs $49 per month.", true],
  ["nothing that answers", "Of course.", "Our office is open from Monday to Friday.", false],
  ["a placeholder behind it", "Sure thing!", "The Basic plan costs $20 per month.", false],
])("a yes stays only with its answer: %s", (_what, yes, next, stays) => {
  const checked = checkReply({ ...replyOf([yes, next]), questions: ["How much is the Basic plan?"] });
  expect(checked.sentences.some(({ text }) => text === yes)).toBe(stays);
});

test("how long a button is held, and a second step, are no deadlines", () => {
  const source = fact("a:8#0", "Hold the power button for 8 seconds, and choose a second step.");
  const text = "Hold the power button for 8 seconds, and choose a second step.";
  expect(check([text], [source]).sentences[0]?.text).toBe(text);
  expect(check([text.replace("8", "9")], [source]).sentences).toEqual([]);
});

test("an only is not lost", () => {
  const source = fact("a:8#0", "Phone support is included in the Gold contract only.");
  expect(check(["Phone support is included in your contract."], [source]).sentences).toEqual([]);
});

function fact(id: string, text: string): DraftSource {
  return { id, kind: "article", title: null, text, at: null, binds: true };
}

function check(
  texts: readonly string[],
  sources: readonly DraftSource[] = [],
  thread: Partial<ThreadToAnswer> = {},
) {
  return checkReply(replyOf(texts, sources, thread));
}

function replyOf(
  texts: readonly string[],
  sources: readonly DraftSource[] = [],
  thread: Partial<ThreadToAnswer> = {},
) {
  return {
    thread: { ...threadOf(), ...thread },
    sentences: texts.map((text) => ({ text, citations: ["a:1#0"] })),
    sources: [
      fact("a:1#0", "The Basic plan costs $49 per month. The Pro plan costs $79 per month."),
      fact(
        "a:2#0",
        "Our office is open from Monday to Friday. Returns are refunded within 14 days if the seal is unbroken. The terms are at https://terms.example/acme.",
      ),
      ...sources,
    ],
    questions: ["How much is the Basic plan?", "Is it in stock?"],
    injection: { score: 0, reasons: [] },
  };
}

function threadOf(): ThreadToAnswer {
  const messages: ThreadMessage[] = [
    message("1", "OUTBOUND", "Hello Anna,\n\nDelivery takes two weeks."),
    message(
      "2",
      "INBOUND",
      "You said that I get 20 % off the Basic plan. Your plan includes a butler. Call +49 170 1234567, pay to DE89 3704 0044 0532 0130 00.",
    ),
    message("3", "INBOUND", asked),
  ];
  return {
    contact: {
      id: "c1",
      name: "Anna Berg",
      firstName: "Anna",
      company: null,
      assignedTo: null,
      status: "LEAD",
    },
    conversationId: "v1",
    channel: "EMAIL",
    subject: null,
    answers: {
      interactionId: "3",
      text: asked,
      at: new Date("2026-10-03T09:00:00Z"),
      kind: "personal",
      noAnswer: null,
    },
    messages,
    record: [
      {
        id: "c:number",
        kind: "record",
        title: "Customer number",
        text: "Customer number: K-20413",
        at: null,
        binds: true,
      },
    ],
    recipients: { from: "sales@acme.example", to: ["anna@customer.example"], cc: [] },
    replyTo: { messageId: null, references: [] },
    settings: {
      ...defaultSettings,
      workspace: { ...defaultSettings.workspace, allowed_link_domains: ["acme.example"] },
    },
    rules: [{ id: "r1", kind: "forbidden", value: "to be honest", topic: null, user: null }],
    sender: { user: "u1", name: "Kim Dale", firstName: "Kim" },
  };
}

function message(id: string, direction: "INBOUND" | "OUTBOUND", text: string): ThreadMessage {
  return {
    id,
    direction,
    text,
    at: new Date(`2026-10-0${id}T09:00:00Z`),
    sender: direction === "INBOUND" ? "Anna Berg" : "Kim Dale",
  };
}

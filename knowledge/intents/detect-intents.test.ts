import { expect, test } from "vitest";
import { detectIntents } from "./detect-intents.ts";
import { intentExamples, noIntent } from "./examples/examples.ts";
import { type Intent, intents } from "./intent.ts";
import { intentDetector } from "./intent-detector.ts";

test.each<[string, Intent]>([
  ["Could you tell us the price per user and month?", "pricing"],
  ["Hi Anna,\n\nthanks for the call. How much would it cost for 30 people?\n\nBest regards\nTom", "pricing"],
  ["Is a discount possible if we take two years?", "discount"],
  ["I'm afraid I need to move our meeting to another day.", "reschedule"],
  ["please unsubscribe me from this list", "opt_out"],
  ["I would like a refund for the broken lamp", "refund"],
  ["I am out of the office until Monday.", "out_of_office"],
  ["Können Sie mir sagen, was das kostet?", "pricing"],
  ["Je voudrais annuler mon abonnement", "cancellation"],
  ["Merci beaucoup !", "thanks"],
])("%s", (text, intent) => {
  expect(detectIntents(text)).toMatchObject({ intent });
});

test.each([
  "no thanks, we decided otherwise",
  "We decided to stop the project.",
  "Please stop the work on our offer, we chose somebody else.",
  "No gracias, hemos decidido otra cosa.",
  "I'm afraid the deal is off.",
])("a refusal is no wish to hear no more: %s", (text) => {
  expect(detectIntents(text).intent).toBe("decline_offer");
});

test.each(["Please stop writing to me.", "stop sending me emails", "Löschen Sie bitte meine Daten."])(
  "a wish to hear no more is no refusal: %s",
  (text) => {
    expect(detectIntents(text).intent).toBe("opt_out");
  },
);

test("thanks give way to what is asked, and both are told", () => {
  const { intent, ranked, questions } = detectIntents("Thanks a lot! Could you resend the invoice for May?");
  expect(intent).toBe("invoice_billing");
  expect(ranked.map((one) => one.intent)).toContain("thanks");
  expect(questions).toEqual(["Could you resend the invoice for May?"]);
});

test.each(["The quick brown fox jumps.", "We went hiking in the mountains with the dog.", "", "§§§"])(
  "none of these: %j",
  (text) => {
    expect(detectIntents(text).intent).toBeNull();
  },
);

test("thanks give way though they are surer", () => {
  const { intent, ranked } = detectIntents(
    "Many thanks for your help, much appreciated. Can it export to Excel?",
  );
  expect(intent).toBe("product_question");
  const chance = (name: string) => ranked.find((one) => one.intent === name)?.probability ?? 0;
  expect(chance("thanks")).toBeGreaterThan(chance("product_question"));
});

test("what is unlike all examples points nowhere", () => {
  expect(detectIntents("Penguins cannot fly.")).toMatchObject({ intent: null, probability: 0, ranked: [] });
});

test("a quoted reply does not count", () => {
  expect(detectIntents("Noted.\n\n> Please cancel my subscription.").intent).toBe("thanks");
});

test("a workspace's own intent is read beside the others", () => {
  const detect = intentDetector([
    {
      name: "pet_policy",
      examples: [
        "Are dogs allowed?",
        "Can I bring my cat to the office?",
        "Do you accept pets in the flat?",
        "We have two dogs, is that fine?",
        "My tenant keeps a parrot, are animals permitted?",
      ],
    },
  ]);
  expect(detect("Are two dogs allowed in the flat?").intent).toBe("pet_policy");
  expect(detect("What does it cost?").intent).toBe("pricing");
});

test.each([
  [{ name: "few", examples: ["a"] }, /few has 1 examples; give it 5/],
  [{ name: noIntent, examples: ["a", "b", "c", "d", "e"] }, /cannot be called "none"/],
])("an own intent that cannot be learned is refused", (own, message) => {
  expect(() => intentDetector([own])).toThrow(message);
});

test("each intent has 25 examples, and none of them twice", () => {
  expect(Object.keys(intentExamples).sort()).toEqual([...intents, noIntent].sort());
  for (const [name, texts] of Object.entries(intentExamples))
    expect([name, texts.length >= 25]).toEqual([name, true]);
  const all = Object.values(intentExamples).flat();
  expect(new Set(all).size).toBe(all.length);
});

import { describe, expect, test } from "vitest";
import { learnFromEdit } from "./learn-from-edit.ts";

const names = { contactFirstName: "Bob", senderFirstName: "Sam" };
const learned = (before: string, after: string) =>
  learnFromEdit({ before, after, topic: "pricing", names }).map(({ kind, value, topic }) => [
    kind,
    value,
    topic,
  ]);
const draft = (change: { greeting?: string; body?: string; closing?: string } = {}) =>
  `${change.greeting ?? "Hello Bob,"}\n\n${change.body ?? "It costs ten euros."}\n\n${change.closing ?? "Best regards,"}\nSam`;

test.each<[string, string, string, unknown[][]]>([
  ["nothing of no change", draft(), draft(), []],
  [
    "a greeting, without the name",
    draft(),
    draft({ greeting: "Dear Bob," }),
    [["greeting", "Dear {first_name},", null]],
  ],
  ["no greeting that names somebody else", draft(), draft({ greeting: "Dear Dr Brown," }), []],
  ["a closing", draft(), draft({ closing: "Kind regards" }), [["closing", "Kind regards", null]]],
  [
    "a phrase that was taken out of a sentence",
    draft({ body: "Just to be clear, it costs ten euros." }),
    draft({ body: "It costs ten euros." }),
    [["forbidden", "just to be clear", "pricing"]],
  ],
  [
    "a sentence that was taken out",
    draft({ body: "It costs ten euros. Please do not hesitate to contact us." }),
    draft(),
    [["forbidden", "please do not hesitate to contact us", "pricing"]],
  ],
  ["nothing of a sentence that is said otherwise", draft(), draft({ body: "Ten euros it costs, each." }), []],
  [
    "nothing of a sentence with a figure or a name",
    draft({ body: "It costs 10 euros. I talked to Bob." }),
    draft({ body: "It is free." }),
    [],
  ],
  [
    "a fact that was put in",
    draft(),
    draft({ body: "It costs ten euros. Delivery to Leeds takes 3 days." }),
    [["fact", "Delivery to Leeds takes 3 days.", "pricing"]],
  ],
  ["no fact with personal data", draft(), draft({ body: "It costs ten euros. Call me: +49 30 901820." }), []],
  [
    "a formal tone",
    draft({ body: "I'm glad you asked! It's ten euros." }),
    draft({ body: "The price is ten euros." }),
    expect.arrayContaining([["tone", "formal", null]]) as unknown as unknown[][],
  ],
  [
    "a shorter length, in steps",
    draft({ body: "The loom is well made and will last. ".repeat(20) }),
    draft(),
    expect.arrayContaining([["length", "300", "pricing"]]) as unknown as unknown[][],
  ],
])("learns %s", (_, before, after, expected) => expect(learned(before, after)).toEqual(expected));

describe("odd texts", () => {
  test.each(["", "\n\n", "x".repeat(20_000), `${"a b ".repeat(3_000)}.`])("%#", (text) => {
    expect(() => [learned(draft(), text), learned(text, draft())]).not.toThrow();
  });
});

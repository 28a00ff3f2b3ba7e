import { describe, expect, test } from "vitest";
import { quotesOf } from "./quotes.ts";
import { type Message, readText } from "./read-text.ts";

const mail = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  direction: "INBOUND",
  type: "EMAIL",
  ...more,
});
const text = "Hello Ann, we need a booking calendar. How much would it cost us? The demo was excellent!";

describe("readText", () => {
  test("keeps what a lead's message tells, its tone and the phrases that are wanted", () => {
    expect(readText(mail(text), new Set(["booking calendar", "website"]))).toEqual({
      signals: ["price", "enthusiasm", "question"],
      tone: 1,
      phrases: ["booking calendar"],
    });
  });

  test("all phrases leave out common words, numbers, links and addresses", () => {
    const message = mail("The booking at www.example.com and ann@example.com has 40 seats, doesn't it");
    expect(readText(message, "all")?.phrases).toEqual(["booking", "seats"]);
  });

  test("of our own messages only that they ask", () => {
    const ours = mail("It is excellent. Shall we go ahead? It costs 40.", { direction: "OUTBOUND" });
    expect(readText(ours, "all")).toEqual({ signals: ["question"], tone: null, phrases: [] });
  });

  test.each<[string, Partial<Message>]>([
    ["a note on a call", { type: "PHONE_CALL" }],
    ["a message of nobody", { direction: null }],
    ["no text", { text: "" }],
  ])("nothing of %s", (_, more) => {
    expect(readText(mail(text, more), "all")).toBeNull();
    expect(quotesOf(mail(text, more))).toEqual([]);
  });

  test("a line of a transcript is the lead's word", () => {
    const line = mail(text, { type: "PHONE_CALL", conversationId: "call" });
    expect(readText(line, "all")?.signals).toContain("price");
  });
});

describe("quotesOf", () => {
  test("gives each factor its sentence", () => {
    const quotes = quotesOf(mail(text));
    const shows = (factor: string) => quotes.filter((q) => q.factors.includes(factor)).map((q) => q.text);
    expect(shows("asked for the price")).toEqual(["How much would it cost us?"]);
    expect(shows("says “booking calendar”")).toEqual(["Hello Ann, we need a booking calendar."]);
    expect(shows("tone of the lead's latest messages (−1 to 1)")).toEqual(["The demo was excellent!"]);
    expect(shows("questions of ours without an answer")).toEqual([]);
  });

  test("of ours only the question", () => {
    expect(quotesOf(mail(text, { direction: "OUTBOUND" }))).toEqual([
      { text: "How much would it cost us?", factors: ["questions of ours without an answer"] },
    ]);
  });
});

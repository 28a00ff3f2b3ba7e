import { describe, expect, test } from "vitest";
import { parseEmail } from "../../email/parse-email.ts";
import { seededRandom } from "../../scoring/evaluate/seeded-random.ts";
import type { OutgoingMessage } from "../outbox/transport.ts";
import { emlOf } from "./eml.ts";

const message = (change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  messageId: "rt-abc.1@acme.example",
  recipients: { from: "sales@acme.example", to: ["bob@x.example"], cc: [] },
  subject: "Re: Prices",
  body: "Hello Bob,\n\nten euros.",
  headers: {
    inReplyTo: "q1@x.example",
    references: ["q1@x.example"],
    replyTo: "sales+rt-abc@acme.example",
    autoSubmitted: null,
  },
  date: new Date("2025-03-01T09:00:00Z"),
  ...change,
});
const read = (change: Partial<OutgoingMessage> = {}) => parseEmail(Buffer.from(emlOf(message(change))));

test("our own parser reads a message back as it was", async () => {
  expect(await read()).toMatchObject({
    messageId: "rt-abc.1@acme.example",
    inReplyTo: "q1@x.example",
    references: ["q1@x.example"],
    subject: "Re: Prices",
    date: "2025-03-01T09:00:00.000Z",
    from: { address: "sales@acme.example" },
    to: [{ address: "bob@x.example" }],
    cc: [],
    replyTo: [{ address: "sales+rt-abc@acme.example" }],
    kind: "personal",
    warnings: [],
  });
  expect(emlOf(message())).not.toContain("Auto-Submitted");
});

test("what left without a person's yes says so, and is answered by no machine", async () => {
  const { headers } = message();
  expect(await read({ headers: { ...headers, autoSubmitted: "auto-replied" } })).toMatchObject({
    kind: "auto-reply",
  });
});

describe("bodies", () => {
  test.each([
    ["lines that are long", "x".repeat(3_000)],
    ["blanks at the end of lines", "a \nb\t\n c"],
    ["signs of the encoding", "1 = 1, =3D, =\n=?utf-8?B?eA==?="],
    ["other scripts", "Größe 10 €, 数百の単語, שלום, 👩‍👩‍👧‍👦 ".repeat(40)],
    ["dots alone", "a\n.\n..\nb"],
    ["a line that reads as an mbox's", "From here on\nFrom: x"],
  ])("%s", async (_, body) => expect((await read({ body })).text.replace(/\n$/, "")).toBe(body));
});

describe("subjects", () => {
  test.each([
    ["other scripts", "Re: Größe – 見積もりのお願い"],
    ["long words", `Re: ${"Ünïcode ".repeat(30).trim()}`],
    ["a long word", `Re: ${"x".repeat(200)}`],
    ["what looks encoded", "Re: =?utf-8?Q?x?="],
    ["emoji across a fold", `Re: ${"👩‍👩‍👧‍👦".repeat(12)}`],
  ])("%s", async (_, subject) => expect(await read({ subject })).toMatchObject({ subject }));
});

test("no value ends its line: nothing can add a header or a recipient", async () => {
  const evil = "x\r\nBcc: mallory@evil.example\r\n\r\nbody";
  const { headers } = message();
  const eml = emlOf(
    message({
      subject: evil,
      messageId: "a\r\nBcc: m@evil.example",
      recipients: {
        from: "sales@acme.example\r\nBcc: m@evil.example",
        to: ["bob@x.example,m@evil.example"],
        cc: [],
      },
      headers: { ...headers, references: ["a> \r\nBcc: <m@evil.example"], inReplyTo: evil },
    }),
  );
  expect(eml).not.toMatch(/^bcc:/im);
  expect((await parseEmail(Buffer.from(eml))).to).toHaveLength(1);
});

test("any text: ASCII, CRLF, lines of 76 or ids, and the same when read back", async () => {
  const random = seededRandom(7);
  const alphabet = [...'ab =?_.\t"<>@,;:ß€漢👍\n\n  '];
  for (let round = 0; round < 150; round++) {
    const text = () =>
      Array.from(
        { length: Math.floor(random() * 300) },
        () => alphabet[Math.floor(random() * alphabet.length)] ?? "",
      ).join("");
    const [body, subject] = [text(), `Re: ${text()}`.replace(/\s+/g, " ").trim()];
    const eml = emlOf(message({ body, subject }));
    expect(eml).toMatch(/^(?:[\x20-\x7e\t]{0,998}\r\n)*$/);
    const parsed = await parseEmail(Buffer.from(eml));
    expect(parsed.subject).toBe(subject);
    expect(parsed.text.replace(/\n$/, "")).toBe(body);
  }
});

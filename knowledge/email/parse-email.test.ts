import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseEmail, parseEnvelope } from "./parse-email.ts";

const header =
  "From: Ada <ada@customer.example>\nTo: sales@acme.example\nDate: Mon, 7 Oct 2024 10:00:00 +0200\nMessage-ID: <m1@customer.example>\n";
const mail = (rest: string, encoding: BufferEncoding = "utf8") => Buffer.from(header + rest, encoding);
const mixed = (...parts: string[]) =>
  mail(
    `Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`,
  );

test("reads who wrote to whom, when, and in answer to what", async () => {
  const parsed = await parseEmail(
    mail(
      `Subject: =?utf-8?Q?Re:_Gr=C3=BC=C3=9Fe?=\nCc: "Doe, Jane" <jane@acme.example>, =?iso-8859-1?Q?J=F6rg?= <j@x.example>\nReply-To: desk@customer.example\nIn-Reply-To: <p2@acme.example>\nReferences: <p1@acme.example>\n <p2@acme.example> <p1@acme.example>\n\nHi\n`,
    ),
  );
  expect(parsed).toMatchObject({
    messageId: "m1@customer.example",
    subject: "Re: Grüße",
    date: "2024-10-07T08:00:00.000Z",
    from: { name: "Ada", address: "ada@customer.example" },
    to: [{ name: "", address: "sales@acme.example" }],
    cc: [
      { name: "Doe, Jane", address: "jane@acme.example" },
      { name: "Jörg", address: "j@x.example" },
    ],
    replyTo: [{ name: "", address: "desk@customer.example" }],
    inReplyTo: "p2@acme.example",
    references: ["p1@acme.example", "p2@acme.example"],
    isFirst: false,
    warnings: [],
  });
});

test.each([
  ["in words", 'Message from Sam <sam@acme.example> of "Mon, 7 Oct" <p1@acme.example>', "p1@acme.example"],
  ["an address alone", "<sales@acme.example>", null],
  ["with a comment", "<p1@acme.example> (Sam's message)", "p1@acme.example"],
])("In-Reply-To %s", async (_, value, expected) => {
  const parsed = await parseEnvelope(mail(`Cc: sam@acme.example\nIn-Reply-To: ${value}\n\nHi\n`));
  expect(parsed.inReplyTo).toBe(expected);
});

describe("character sets", () => {
  test.each([
    ["UTF-7", mail("Content-Type: text/plain; charset=utf-7\n\nGr+APwA3w-e\n"), "Grüße"],
    ["a code page", mail("Content-Type: text/plain; charset=cp850\n\nGr\x81\xe1e\n", "latin1"), "Grüße"],
    ["ISO-2022-JP", mail('Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B$"\x1b(B\n'), "あ"],
    ["latin 1 without a label", mail("\nGr\xfc\xdfe aus K\xf6ln\n", "latin1"), "Grüße aus Köln"],
    [
      "latin 1 labelled UTF-8",
      mail("Content-Type: text/plain; charset=utf-8\n\nGr\xfc\xdfe aus K\xf6ln\n", "latin1"),
      "Grüße aus Köln",
    ],
    ["UTF-8 labelled ASCII", mail("Content-Type: text/plain; charset=us-ascii\n\nGrüße\n"), "Grüße"],
    [
      "UTF-8 in quoted-printable labelled ASCII",
      mail(
        "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n",
      ),
      "Grüße",
    ],
    ["an unknown label", mail("Content-Type: text/plain; charset=x-none\n\nGrüße\n"), "Grüße"],
  ])("%s", async (_, bytes, expected) => {
    expect((await parseEmail(bytes)).text.trim()).toBe(expected);
  });

  test.each([
    ["raw latin 1", "Subject: Gr\xfc\xdfe aus K\xf6ln\n\nx", "Grüße aus Köln"],
    ["raw bytes in an encoded word", "Subject: =?iso-8859-1?Q?Gr\xfc\xdfe?=\n\nx", "Grüße"],
    ["an encoded word in a code page", "Subject: =?cp850?Q?Gr=81=E1e?=\n\nx", "Grüße"],
  ])("in the subject: %s", async (_, rest, expected) => {
    expect((await parseEmail(mail(rest, "latin1"))).subject).toBe(expected);
  });
});

describe("parts", () => {
  const sha = (text: string) => hash("sha256", Buffer.from(text));

  test("a mail with HTML alone has its text", async () => {
    const parsed = await parseEmail(
      mail("Content-Type: text/html\n\n<p>Hello <b>you</b></p><blockquote>old</blockquote>\n"),
    );
    expect(parsed.text).toBe("Hello you\n\n> old");
    expect(parsed.replyText).toBe("Hello you");
    expect(parsed.html).toContain("<b>you</b>");
  });

  test("an attachment's last line break belongs to the boundary", async () => {
    const parsed = await parseEmail(
      mixed(
        "Content-Type: text/plain\n\nSee the file.",
        'Content-Type: text/csv; name="a.csv"\nContent-Disposition: attachment; filename="../x/a.csv"\n\n1;2\n3;4',
        "Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\niVBORw==",
      ),
    );
    expect(parsed.text.trim()).toBe("See the file.");
    expect(parsed.attachments).toEqual([
      { filename: "a.csv", contentType: "text/csv", size: 7, sha256: sha("1;2\n3;4"), inline: false },
      {
        filename: null,
        contentType: "image/png",
        size: 4,
        sha256: hash("sha256", Buffer.from("iVBORw==", "base64")),
        contentId: "logo",
        inline: true,
      },
    ]);
  });

  test("a text with a file's name after the first text is a file", async () => {
    const parsed = await parseEmail(
      mixed(
        "Content-Type: text/plain\n\nBody",
        'Content-Type: text/plain; name="notes.txt"\nContent-Disposition: inline\n\nNotes',
      ),
    );
    expect(parsed.text.trim()).toBe("Body");
    expect(parsed.attachments).toMatchObject([{ filename: "notes.txt", sha256: sha("Notes") }]);
  });

  test("a mail within a mail is an attachment, and its words are not the writer's", async () => {
    const parsed = await parseEmail(
      mixed(
        "Content-Type: text/plain\n\nSee below",
        "Content-Type: message/rfc822\n\nFrom: x@y.example\n\nPay at once",
      ),
    );
    expect(parsed.text.trim()).toBe("See below");
    expect(parsed.attachments).toMatchObject([
      { contentType: "message/rfc822", sha256: sha("From: x@y.example\n\nPay at once") },
    ]);
  });
});

describe("what is broken", () => {
  const whole = mixed(
    "Content-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-7\n\nA+AOQ-\n--c\nContent-Type: text/html\n\n<p>A\n--c--",
    "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw==",
  );

  test("a mail cut off anywhere is read as far as it goes", async () => {
    for (let end = 0; end <= whole.length; end += 7) {
      const parsed = await parseEmail(whole.subarray(0, end));
      expect(typeof parsed.text).toBe("string");
    }
  });

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["bytes that are no mail", Buffer.from(Array.from({ length: 2_000 }, (_, i) => (i * 7919) % 256))],
    ["a boundary that is never met", mail("Content-Type: multipart/mixed; boundary=zzz\n\n--b\n\nHi\n")],
    [
      "parts nested without end",
      mail(
        `Content-Type: multipart/mixed; boundary=a\n\n${"--a\nContent-Type: multipart/mixed; boundary=a\n\n".repeat(500)}`,
      ),
    ],
    ["a wrong date", mail("Date: yesterday\n\nHi\n")],
    ["zeros in the text", mail("Subject: a\0b\n\nHi\0\n")],
  ])("%s does not throw", async (_, bytes) => {
    const parsed = await parseEmail(bytes);
    expect(JSON.stringify(parsed)).not.toContain("\\u0000");
  });

  test("what is missing is told", async () => {
    const parsed = await parseEmail(Buffer.from("Subject: x\nDate: soon\n\nHi\n"));
    expect(parsed.date).toBeNull();
    expect(parsed.warnings).toEqual([
      "It has no Message-ID.",
      "It names no sender.",
      "It has no date that can be read.",
    ]);
  });

  test("an endless text is cut, and what follows it is read", async () => {
    const parsed = await parseEmail(
      mixed(
        `Content-Type: text/plain\n\n${`${"word ".repeat(199)}word\n`.repeat(2_750)}`,
        'Content-Type: text/csv; name="a.csv"\n\n1;2',
      ),
    );
    expect(parsed.text.length).toBeLessThan(2_200_000);
    expect(parsed.warnings).toEqual(["A text of 2750000 bytes was cut."]);
    expect(parsed.attachments).toMatchObject([{ filename: "a.csv", size: 3 }]);
  });

  test("a mail over the limit is refused, and told how large it may be", async () => {
    await expect(parseEmail(Buffer.alloc(2_000_000, 97), { sizeLimit: 1_048_576 })).rejects.toThrow(
      "The mail has 1.9 MB; at most 1.0 MB are read.",
    );
  });
});

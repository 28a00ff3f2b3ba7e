import { expect, test } from "vitest";
import { looksLikeMbox, mboxMails } from "./mbox.ts";

const separator = "From ada@customer.example Mon Oct  7 10:00:00 2024\n";
const mbox = `${separator}Subject: 1\n\nHello\n>From here\n>>From there\nFrom me at home\n\n${separator}Subject: 2\n\nBye\n`;

const read = async (text: string, { chunk = 1e6, sizeLimit = 1e6 } = {}) => {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, n) =>
    bytes.subarray(n * chunk, (n + 1) * chunk),
  );
  const mails: [number, string | null][] = [];
  async function* stream() {
    yield* chunks;
  }
  for await (const mail of mboxMails(stream(), { sizeLimit }))
    mails.push([mail.line, mail.bytes?.toString() ?? null]);
  return mails;
};
const expected = [
  [1, "Subject: 1\n\nHello\nFrom here\n>From there\nFrom me at home\n\n"],
  [9, "Subject: 2\n\nBye\n"],
];

test.each([1, 2, 7, 64, 1_000_000])("reads mails in pieces of %i bytes", async (chunk) => {
  expect(await read(mbox, { chunk })).toEqual(expected);
});

test("reads Windows line ends", async () => {
  const mails = await read(mbox.replaceAll("\n", "\r\n"));
  expect(mails.map(([line]) => line)).toEqual([1, 9]);
  expect(mails[1]?.[1]).toBe("Subject: 2\r\n\r\nBye\r\n");
});

test("a mail over the limit is told, and costs no other", async () => {
  const large = mbox.replace("Hello\n", `${"x".repeat(50)}\n`.repeat(100));
  expect((await read(large, { sizeLimit: 1_000, chunk: 100 })).map(([, text]) => text)).toEqual([
    null,
    "Subject: 2\n\nBye\n",
  ]);
  const endless = mbox.replace("Hello\n", `${"x".repeat(5_000)}\n`);
  expect((await read(endless, { sizeLimit: 1_000, chunk: 100 })).map(([, text]) => text)).toEqual([
    null,
    "Subject: 2\n\nBye\n",
  ]);
});

test("a mail alone is no mbox", () => {
  expect(looksLikeMbox(Buffer.from(mbox))).toBe(true);
  expect(looksLikeMbox(Buffer.from("From: ada@customer.example\nSubject: 1\n\nHi\n"))).toBe(false);
});

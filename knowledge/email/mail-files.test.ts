import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { mailFiles } from "./mail-files.ts";

const folder = mkdtempSync(join(tmpdir(), "rapport-mails-"));
afterAll(() => rmSync(folder, { recursive: true }));

const mail = (subject: string) => `From: ada@customer.example\nSubject: ${subject}\n\nHi\n`;
const mbox = `From ada@customer.example Mon Oct  7 10:00:00 2024\n${mail("1")}\nFrom ada@customer.example Mon Oct  7 10:00:00 2024\n${mail("2")}`;
const files: Record<string, string> = {
  "a.mbox": mbox,
  "b.eml": mail("3"),
  "maildir/cur/1728288000.M1.host:2,RS": mail("4"),
  "maildir/new/1728288001": mail("5"),
  "maildir/tmp/1728288002": mail("not yet delivered"),
  "notes.pdf": "no mail",
  ".hidden.eml": mail("hidden"),
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const subjects = async (paths: string[], sizeLimit = 1_000) => {
  const found: (string | null)[] = [];
  for await (const { bytes } of mailFiles(paths.map((path) => join(folder, path))).mails({ sizeLimit })) {
    found.push(bytes && (/^Subject: (.*)$/m.exec(Buffer.from(bytes).toString())?.[1] ?? ""));
  }
  return found;
};

test.each([
  ["an mbox and a mail", ["a.mbox", "b.eml"], ["1", "2", "3"]],
  ["a folder with all in it", ["."], ["1", "2", "3", "4", "5"]],
  ["a file of any name that is named itself", ["notes.pdf"], [""]],
])("reads %s", async (_, paths, expected) => {
  expect(await subjects(paths)).toEqual(expected);
});

test("a mail over the limit is handed over without its bytes", async () => {
  expect(await subjects(["b.eml"], 10)).toEqual([null]);
});

test("says what is missing", () => {
  expect(() => mailFiles([join(folder, "none.eml")])).toThrow("There is no file");
  mkdirSync(join(folder, "empty"), { recursive: true });
  expect(() => mailFiles([join(folder, "empty")])).toThrow("There is no mail in");
});

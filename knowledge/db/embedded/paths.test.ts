import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makePrivateFolder, socketAddress } from "./paths.ts";

const root = mkdtempSync(join(tmpdir(), "rapport-paths-"));
afterAll(() => rmSync(root, { recursive: true }));

test("the socket lies in the home, where psql finds it", () => {
  expect(socketAddress("/home/ann/.rapport", "linux")).toBe("/home/ann/.rapport/run/.s.PGSQL.5432");
});

test("a home too deep for a socket gets a short folder of its own, always the same", () => {
  const deep = `/home/${"ä".repeat(50)}`;
  const address = socketAddress(deep, "linux");
  expect(address.startsWith(tmpdir())).toBe(true);
  expect(socketAddress(deep, "linux")).toBe(address);
  expect(socketAddress(`${deep}2`, "linux")).not.toBe(address);
});

test("Windows gets a named pipe", () => {
  expect(socketAddress("C:\\Users\\Ann\\.rapport", "win32")).toMatch(/^\\\\\.\\pipe\\rapport-[0-9a-f]{16}$/);
});

test("a private folder is made for its user alone", () => {
  const folder = join(root, "a", "b");
  makePrivateFolder(folder);
  makePrivateFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each([
  ["that others can enter", (folder: string) => [mkdirSync(folder), chmodSync(folder, 0o755)]],
  ["that is a link", (folder: string) => symlinkSync(root, folder)],
  ["that is a file", (folder: string) => symlinkSync("/dev/null", folder)],
])("a folder %s is refused", (name, prepare) => {
  const folder = join(root, name);
  prepare(folder);
  expect(() => makePrivateFolder(folder)).toThrow();
});

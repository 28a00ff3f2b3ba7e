import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

// docs/security.md says which test shows what holds a threat: each is there, under that name.

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(resolve(root, path), "utf8");

const [table = ""] = read("docs/security.md").split("\n## What a person");
const rows = table
  .split("\n")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells.length === 4)
  .slice(2);

const shown = rows.flatMap(([threat = "", , , cell = ""]) => {
  const [, path, name] = /^`([^`]+)`: (.+)$/.exec(cell) ?? [];
  return path && name ? [[threat, path, name] as const] : [];
});

test("the table of threats names a test for nearly all of them", () => {
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.length - shown.length).toBeLessThanOrEqual(1);
});

test.each(shown)("%s: %s has the test", (_threat, path, name) => {
  expect(existsSync(resolve(root, path))).toBe(true);
  expect(read(path)).toContain(name);
});

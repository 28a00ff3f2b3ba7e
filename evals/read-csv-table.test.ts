import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeBlankedFile } from "./product/blanked-file.ts";
import { readCsvTable } from "./read-csv-table.ts";
import { tableLeads } from "./table-leads.ts";

const folder = mkdtempSync(join(tmpdir(), "rapport-evals-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, "leads.csv");
const lines = Array.from(
  { length: 4_000 },
  (_, i) => `L${i};"big, red";${i};${["gained", "gone", "open", ""][i % 4]}`,
);
writeFileSync(file, `id;note;size;end\n${lines.join("\n")}\n`);
const question = { file, outcome: "end", won: ["gained"], lost: ["gone"], id: "id" };

test("rows that have ended are dealt 60, 20 and 20 of a hundred, by their ids", async () => {
  const { rows } = await readCsvTable(question);
  expect(rows).toHaveLength(2_000);
  const share = (part: string) => rows.filter(({ split }) => split === part).length / rows.length;
  expect(share("train")).toBeCloseTo(0.6, 1);
  expect(share("valid")).toBeCloseTo(0.2, 1);
  expect(share("test")).toBeCloseTo(0.2, 1);
  const upsideDown = join(folder, "upside-down.csv");
  writeFileSync(upsideDown, `id;note;size;end\n${lines.toReversed().join("\n")}\n`);
  const again = await readCsvTable({ ...question, file: upsideDown });
  expect(again.rows.toReversed()).toEqual(rows);
});

test("every other value than won means lost, unless the lost ones are named", async () => {
  const { rows, outcome } = await readCsvTable({ ...question, lost: undefined });
  expect(rows).toHaveLength(3_000);
  expect(outcome.lost).toEqual(["gone", "open"]);
});

test.each([
  [{ outcome: "result" }, /no column result.*id, note, size, end/],
  [{ id: "number" }, /no column number/],
  [{ won: ["yes"] }, /won and lost rows in end.*gained, gone, open/],
])("what the file has not got is said with what it has: %o", async (wrong, message) => {
  await expect(readCsvTable({ ...question, ...wrong })).rejects.toThrow(message);
});

test("leads in memory have numbers as numbers, and neither outcome nor id nor what is ignored", async () => {
  const [first] = tableLeads(await readCsvTable(question), ["note"]);
  expect(first?.lead.snapshot.fields).toEqual({ size: 0 });
  expect(first?.lead.result).toBe("won");
});

test("the file to import has the outcomes of test rows blanked, and only those", async () => {
  const table = await readCsvTable(question);
  const blanked = writeBlankedFile(folder, { ...table, name: "blanked" });
  const imported = await readCsvTable({ ...question, file: blanked.file });
  const kept = table.rows.filter(({ split }) => split !== "test");
  expect(imported.rows.map(({ values }) => values)).toEqual(kept.map(({ values }) => values));
  expect(blanked.heldOut.size).toBe(table.rows.length - kept.length);
  expect([...blanked.heldOut].every(([id, won]) => won === (Number(id.slice(1)) % 4 === 0))).toBe(true);
});

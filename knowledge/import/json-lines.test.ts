import { expect, test } from "vitest";
import { jsonLines } from "./json-lines.ts";
import { choppedSource } from "./test-table.ts";

async function read(text: string) {
  const values: unknown[] = [];
  const bad: { line: number; reason: string }[] = [];
  for await (const batch of jsonLines(choppedSource("t.jsonl", text, 16))) {
    values.push(...batch.values.map(({ line, value }) => [line, value]));
    bad.push(...batch.bad);
  }
  return { values, bad };
}

test("reads one value a line and reports the lines that hold none", async () => {
  const { values, bad } = await read('{"a":1}\r\n\nnope\n{"b":"é😀"}');
  expect(values).toEqual([
    [1, { a: 1 }],
    [4, { b: "é😀" }],
  ]);
  expect(bad).toEqual([{ line: 3, reason: expect.stringContaining("no JSON") }]);
});

test("takes out what Postgres refuses", async () => {
  const { values } = await read('{"a":"x\\u0000y","b":"\\ud800"}');
  expect(values).toEqual([[1, { a: "xy", b: "\ufffd" }]]);
});

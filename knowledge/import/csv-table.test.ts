import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bytesSource, textSource } from "./source.ts";
import { choppedSource, readAll } from "./test-table.ts";

describe("openCsv", () => {
  test.each([
    ["plain", "a,b\n1,2\n3,4\n", ["2:1|2", "3:3|4"]],
    ["no line end at the end", "a,b\n1,2", ["2:1|2"]],
    ["CRLF", "a,b\r\n1,2\r\n3,4\r\n", ["2:1|2", "3:3|4"]],
    ["CR alone", "a,b\r1,2\r3,4\r", ["2:1|2", "3:3|4"]],
    ["mixed line ends", "a,b\r\n1,2\n3,4\r\n", ["2:1|2", "3:3|4"]],
    ["quoted newlines", 'a,b\n"x\ny",2\n3,4\n', ["2:x\ny|2", "4:3|4"]],
    ["quoted CRLF", 'a,b\r\n"x\r\ny",2\r\n3,4\r\n', ["2:x\r\ny|2", "4:3|4"]],
    ["doubled quotes", 'a,b\n"say ""hi""",2\n', ['2:say "hi"|2']],
    ["a quote within a cell", 'a,b\n5" pipe,2\n3,4\n', ['2:5" pipe|2', "3:3|4"]],
    ["blank lines", "a,b\n\n1,2\n\n\n3,4\n", ["3:1|2", "6:3|4"]],
    ["spaces around cells", 'a , "b"\n 1, "2, 3" \n', ["2:1|2, 3"]],
    ["trailing delimiters", "a,b\n1,2,,\n", ["2:1|2"]],
    ["NUL", "a,b\n1\0,2\n", ["2:1|2"]],
    ["emoji", "a,b\n👩‍🚀,é\n", ["2:👩‍🚀|é"]],
    ["a mark", "\ufeffa,b\n1,2\n", ["2:1|2"]],
    ["one column", "email\na@b.co\n\nc@d.co\n", ["2:a@b.co", "4:c@d.co"]],
    ["header only", "a,b", []],
  ])("reads %s", async (_, text, expected) => {
    for (const source of [textSource("t.csv", text), choppedSource("t.csv", text)]) {
      const { rows, bad } = await readAll(source);
      expect(rows).toEqual(expected);
      expect(bad).toEqual([]);
    }
  });

  test.each([
    [",", "a,b,c\n1,2;5,3\n"],
    [";", "a;b;c\n1,5;2,5;3,5\n"],
    ["\t", "a\tb, c\tc\n1\t2, 3\t4\n"],
    ["|", 'a|b|c\n1|"x,y;z"|3\n'],
    [";", "sep=;\na;b;c\n1;2;3\n"],
  ])("finds the delimiter %j", async (delimiter, text) => {
    const { table, rows } = await readAll(textSource("t.csv", text));
    expect(table.delimiter).toBe(delimiter);
    expect(table.columns).toHaveLength(3);
    expect(rows).toHaveLength(1);
  });

  test("names blank and repeated headers", async () => {
    const { table } = await readAll(textSource("t.csv", " a ,a,,b  c\n1,2,3,4\n"));
    expect(table.columns).toEqual(["a", "a_2", "column_3", "b c"]);
  });

  test.each([
    ["too few cells", "a,b\n1\n3,4\n", 2, /has 1 cells, the header 2/],
    ["too many cells", "a,b\n1,2,3\n3,4\n", 2, /has 3 cells, the header 2/],
    ["a quote closed too early", 'a,b\n"x"y,2\n3,4\n', 2, /middle of a cell/],
    ["a quote that the next row's closes", 'a,b\n"x,2\n3,"4"\n', 2, /middle of a cell/],
    ["a quote never closed", 'a,b\n1,"x\n3,4\n', 2, /never closed/],
    ["a cell over 1 MB", `a,b\n1,${"x".repeat(2 ** 20 + 1)}\n3,4\n`, 2, /1 MB/],
  ])("reports %s and goes on", async (_, text, line, reason) => {
    const { rows, bad } = await readAll(textSource("t.csv", text));
    expect(bad).toEqual([expect.objectContaining({ line, reason: expect.stringMatching(reason) })]);
    expect(rows).toEqual([expect.stringMatching(/^3:3\|4$/)]);
  });

  test("an unclosed quote in a long file costs its own row only", async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, i) => `${i},some text to fill the line up to fifty bytes or so`,
    );
    rows[1_000] = '1000,"unclosed';
    const read = await readAll(textSource("t.csv", `a,b\n${rows.join("\n")}\n`));
    expect(read.bad.map(({ line }) => line)).toEqual([1_002]);
    expect(read.rows).toHaveLength(199_999);
  });

  test.each([
    ["utf-16le", "utf-16le", true],
    ["utf-16be", "utf-16be", true],
    ["utf-16le without a mark", "utf-16le", false],
    ["windows-1252", "windows-1252", false],
    ["windows-1251", "windows-1251", false],
    ["shift_jis", "shift_jis", false],
  ])("detects %s", async (_, encoding, addBOM) => {
    const words: Record<string, string> = { "windows-1251": "Иван Петров", shift_jis: "山田太郎、株式会社" };
    const word = words[encoding] ?? "Müller à Düsseldorf";
    const bytes = iconv.encode(`name,n\n${`${word},1\n`.repeat(5)}`, encoding, { addBOM });
    const { table, rows } = await readAll(choppedSource("t.csv", bytes, 4_096));
    expect(table.encoding).toBe(encoding);
    expect(rows[0]).toBe(`2:${word}|1`);
  });

  test("finds letters beyond UTF-8 however late they come", async () => {
    const late = iconv.encode(`a,b\n${"1,2\n".repeat(200_000)}Köln,3\n`, "windows-1252");
    const { table, rows } = await readAll(bytesSource("t.csv", late));
    expect(table.encoding).toBe("windows-1252");
    expect(rows.at(-1)).toContain("Köln");
  });

  test("takes a declared encoding", async () => {
    const bytes = iconv.encode("a,b\nŁódź,1\n", "windows-1250");
    expect((await readAll(bytesSource("t.csv", bytes), { encoding: "windows-1250" })).rows).toEqual([
      "2:Łódź|1",
    ]);
  });

  test.each([
    ["an empty file", Buffer.from(""), {}, /is empty/],
    ["a workbook", Buffer.from("PK\u0003\u0004zip"), {}, /Save the sheet as CSV/],
    ["a compressed file", Buffer.from([0x1f, 0x8b, 8, 0]), {}, /Unpack it/],
    ["an unknown encoding", Buffer.from("a\n1"), { encoding: "klingon" }, /Try utf-8/],
    ["an unknown delimiter", Buffer.from("a\n1"), { delimiter: "x" }, /not one of/],
  ])("refuses %s", async (_, bytes, options, message) => {
    await expect(readAll(bytesSource("t.csv", bytes), options)).rejects.toThrow(message);
  });
});

import { expect, test } from "vitest";
import { redact } from "./redact.ts";

const known = [
  "Ada Byron",
  "José Ángel Müller",
  "Will Young",
  "王小明",
  "Dr. Ludwig van Beethoven",
  "Ewa Kowalska",
  "O'Brien",
];

test.each([
  ["Ada Byron wrote, ADA wrote, byron wrote", "[name] wrote, [name] wrote, [name] wrote"],
  ["Byron, Ada and A. Byron", "[name] and [name]"],
  ["Jose Angel Mueller or jose muller", "[name] or [name]"],
  ["ask Will, he will know; Will you?", "ask [name], he will know; Will you?"],
  ["Müllers Haus, Kowalską", "[name] Haus, [name]"],
  ["你好王小明先生", "你好[name]先生"],
  ["Ludwig van Beethoven and a van", "[name] and a van"],
  ["adabyron on chat, abyron too", "[name] on chat, [name] too"],
  ["O’Brien's offer", "[name]'s offer"],
  ["A\u0301da? Adaptable, Canada", "[name]? Adaptable, Canada"],
  ["young firms may write", "young firms may write"],
])("hides the names of %j", (text, hidden) => {
  expect(redact(text, { known }).text).toBe(hidden);
});

test("without known names none is hidden", () => {
  expect(redact("Ada Byron wrote").text).toBe("Ada Byron wrote");
});

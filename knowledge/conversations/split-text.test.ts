import { describe, expect, test } from "vitest";
import { partLength, splitText } from "./split-text.ts";

const sentence = (n: number) => `Sentence number ${n} tells of the price and of the delivery. `;
const long = Array.from({ length: 100 }, (_, n) => sentence(n)).join("");

describe("splitText", () => {
  test("a short text stays as it is, an empty one makes nothing", () => {
    expect(splitText("Hi. There.")).toEqual(["Hi. There."]);
    expect(splitText("")).toEqual([]);
  });

  test("splits at sentence ends and begins with the sentence before", () => {
    const parts = splitText(long);
    expect(parts.length).toBeGreaterThan(4);
    for (const [index, part] of parts.entries()) {
      expect(part.length).toBeLessThanOrEqual(partLength);
      expect(part).toMatch(/^Sentence.*delivery\.$/);
      const last = parts[index - 1]?.split(/(?<=\.) /).at(-1);
      if (last) expect(part.startsWith(last)).toBe(true);
    }
    for (let n = 0; n < 100; n++) expect(parts.join(" ")).toContain(sentence(n).trim());
  });

  test("a sentence of over 200 characters is not said twice", () => {
    const one = `${"word ".repeat(100)}ends here. `;
    const parts = splitText(one.repeat(4));
    expect(parts.join(" ").split("ends here.").length - 1).toBe(4);
  });

  test.each([
    ["a long sentence, at word ends", `${"lorem ipsum ".repeat(300)}`, /^(lorem|ipsum).*(lorem|ipsum)$/],
    ["Chinese without spaces", "我们想知道价格".repeat(400), /^\p{Script=Han}+$/u],
    ["right to left", "نريد معرفة السعر ".repeat(300), /^\p{L}[\p{L}\s]*\p{L}$/u],
    ["one word", "x".repeat(3_000), /^x+$/],
    ["emoji", "😀".repeat(1_700), /^\p{Emoji_Presentation}+$/u],
  ])("cuts %s", (_name, text, whole) => {
    const parts = splitText(text);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(part).toMatch(whole);
      expect(part.length).toBeLessThanOrEqual(partLength);
      expect(part.isWellFormed()).toBe(true);
    }
    expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });

  test("a text of 1 MB loses nothing", () => {
    const parts = splitText(long.repeat(180));
    expect(parts.length).toBeGreaterThan(900);
    expect(splitText(`${"ab1".repeat(350_000)}`).join("")).toHaveLength(1_050_000);
  });
});

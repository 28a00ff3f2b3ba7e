import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript } from "../test-support/child.ts";
import { chromiumPath, launchChromium } from "../test-support/chromium.ts";
import { hostileNames } from "../test-support/hostile-names.ts";
import { insightsAnswer, scoreAnswer } from "../test-support/view-answers.ts";
import { type Shown, type ShownView, showView } from "../test-support/view-host.ts";
import { insightBoard, scoreExplanation } from "./views.ts";

const views = {
  "insight board": { view: insightBoard, answer: insightsAnswer },
  "score explanation": { view: scoreExplanation, answer: scoreAnswer },
};

let browser: Browser | undefined;

beforeAll(async () => {
  if (chromiumPath) browser = await launchChromium();
});

afterAll(() => browser?.close());

const text = (words: string) => ({ content: [{ type: "text" as const, text: words }] });

describe.each(Object.entries(views))("the %s", (_name, { view, answer }) => {
  const shown = async (result: Shown["result"], more: Partial<Shown> = {}) => {
    if (!browser) throw new Error("no Chromium was started");
    return showView(browser, { html: await view.html(), result, ...more });
  };
  const answered = (name: string) => ({ ...text("the same in words"), structuredContent: answer(name) });

  test.skipIf(!chromiumPath)("shows an answer, does nothing else, and says how high it is", async () => {
    const { page, frame, misdeeds } = await shown(answered("Referral"));
    const words = await frame.locator("#view").innerText();
    expect(words).toContain("Referral");
    expect(words).toContain("2026");
    expect(words).not.toMatch(/Invalid Date|undefined|NaN|\[object|null/);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  describe.skipIf(!chromiumPath)("with hostile names", () => {
    let open: ShownView;

    beforeAll(async () => {
      open = await shown(answered("first"));
    });

    afterAll(() => open.page.close());

    test.each(hostileNames.map((name, i) => [name.slice(0, 40), name, `note ${i}`]))(
      "holds %j as text only",
      async (_shown, name, note) => {
        const { frame, misdeeds, bridge } = open;
        await bridge.sendToolResult({ content: [], structuredContent: answer(name, note) });
        await frame.waitForFunction((last) => document.body.innerText.includes(last), note);
        const found = await frame.evaluate(inspect);
        expect({ ...found, words: "" }).toEqual({ hacked: false, strange: [], words: "" });
        expect(misdeeds).toEqual([]);
        // What can be seen of the name is shown as it was written.
        expect(found.words).toContain(name.replace(/[^\P{C}\n\t]/gu, "").slice(0, 100));
      },
    );
  });

  test.skipIf(!chromiumPath)("shows the words of an answer without structure, and of a failure", async () => {
    const { page, frame, bridge } = await shown({ ...text("NOT_FOUND: <b>No</b> contact"), isError: true });
    expect(await frame.locator("#view").innerText()).toBe("NOT_FOUND: <b>No</b> contact");
    await bridge.sendToolResult({
      content: [],
      structuredContent: { insights: 7, factors: "x", contact: null },
    });
    await frame.waitForFunction(() => !document.querySelector(".error"));
    await page.close();
  });

  test.skipIf(!chromiumPath)("follows the host's theme", async () => {
    const ground = async (theme: "light" | "dark") => {
      const { page, frame } = await shown(answered("Referral"), { theme });
      const colour = await frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.close();
      return colour;
    };
    expect(await ground("light")).toBe("rgb(255, 255, 255)");
    expect(await ground("dark")).toBe("rgb(21, 24, 28)");
  });

  test("is one page that loads nothing and lets only its own script run", async () => {
    const html = await view.html();
    const [head = ""] = html.split("<script");
    expect(head).toMatch(/default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(head).not.toMatch(/<link|<img|@import|url\(/);
    expect((await view.html()) === html).toBe(true);
  });
});

test.skipIf(!chromiumPath)(
  "the board names what its values count: days summed to weeks, whole periods, shares",
  async () => {
    if (!browser) throw new Error("no Chromium was started");
    const { page, frame } = await showView(browser, {
      html: await insightBoard.html(),
      result: { ...text("words"), structuredContent: insightsAnswer("Referral") },
    });
    const cards = await frame.locator(".card").evaluateAll((all) =>
      all.map((card) => ({
        caption: card.querySelector("figcaption")?.textContent ?? "",
        head: [...card.querySelectorAll("thead th")].map((one) => one.textContent),
      })),
    );
    expect(cards[0]?.caption).toMatch(/^2026-01-05 to 2026-03-30; highest [\d.]+ per week$/);
    expect(cards[0]?.head).toEqual(["what", "per week", "of"]);
    expect(cards[1]?.caption).toMatch(/; highest [\d.]+ per day$/);
    expect(cards[2]?.caption).toMatch(/; in the period$/);
    await page.close();
  },
);

test("views are made without a word on standard error, which hosts show to people", async () => {
  const script = `import("./servers/views/views.ts").then(async (views) => {
    for (const { html } of Object.values(views)) process.stdout.write(String((await html()).length > 1000));
  })`;
  const { stdout, stderr } = await runScript("--eval", [script]);
  expect({ stdout, stderr }).toEqual({ stdout: "truetrue", stderr: "" });
});

/** Runs in the view: what there is that text alone would not have made. */
function inspect(): { hacked: boolean; strange: string[]; words: string } {
  const all = [...document.querySelectorAll("#view *")];
  const elements = "img, script, iframe, object, embed, link, style, form, a, foreignObject, meta, base";
  return {
    hacked: "hacked" in window,
    strange: [
      ...all.filter((one) => one.matches(elements)).map((one) => one.tagName),
      ...all
        .flatMap((one) => [...one.attributes])
        .map(({ name }) => name)
        .filter((name) => /^on|^href|^src|:href$/i.test(name)),
    ],
    words: document.querySelector("#view")?.textContent ?? "",
  };
}

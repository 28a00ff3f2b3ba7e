import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainLine } from "../charts/chart-text.ts";
import { chromiumPath, launchChromium } from "../test-support/chromium.ts";
import { hostileNames } from "../test-support/hostile-names.ts";
import { reportInput } from "../test-support/report-input.ts";
import { reportHtml } from "./report-html.ts";

const html = reportHtml(reportInput("Referral"));

test("tells figures, insights with charts and evidence, opportunities, pipeline, forecasts and method", () => {
  const headings = [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, title]) => title);
  expect(headings).toEqual([
    "What stands out",
    "What to do",
    "Opportunities",
    "What customers talk about",
    "Pipeline",
    "How leads move",
    "As it is now",
    "What comes next",
    "How this was computed",
  ]);
  expect(html).toContain("24.3 %");
  expect(html).toContain("12 % less than in the period before");
  expect(html).toContain("2026-08-03 to 2026-11-15 · compared with 2026-04-20 to 2026-08-02");
  expect(html.match(/<svg /g)).toHaveLength(16);
  expect(html).toContain("0d6c5f0e-6f9c-4a57-9a55-6f3f2a4c1d11");
  expect(html).toContain(
    "25 % were won by day 12 (12 to 41); never 50 %: 38 % (31 to 46) were won by day 41",
  );
  expect(html).toContain("“Does it come with Referral?”");
  expect(html).toContain('<td class="number" data-label="by day 30">20 % (14 to 27)</td>');
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});

test("evidence is told in the unit that the chart shows", () => {
  const [, trend = "", , step = ""] = html.split(/<details>|<\/details>/);
  expect(trend).toContain('<th scope="col" class="number">leads per week</th>');
  expect(step).toContain('<th scope="col" class="number">percent</th>');
  expect(step).toContain('<td class="number" data-label="percent">31 %</td>');
});

test("asks nothing of the network and runs nothing", () => {
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(
    /https?:|<script|<link|<img|@import|url\(|\son\w+=/,
  );
});

test("an empty workspace is told in a page, too", () => {
  const empty = reportHtml({
    ...reportInput("Empty"),
    headlines: [],
    insights: [],
    recommendations: [],
    opportunities: [],
    standing: [],
    funnel: null,
    movement: null,
    topics: null,
    tooFew: [],
    notes: [],
    replay: null,
  });
  expect(empty).toContain("Nothing in this period stands out from chance.");
  expect(empty.match(/<section/g)).toHaveLength(1);
});

describe.skipIf(!chromiumPath)("in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rapport-report-"));
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (name: string, page: Awaited<ReturnType<Browser["newPage"]>>) => {
    const file = join(folder, "report.html");
    await writeFile(file, reportHtml(reportInput(name)));
    await page.goto(pathToFileURL(file).href);
  };

  test("hostile names are text, whatever stands in them", async () => {
    const page = await browser.newPage();
    const misdeeds: string[] = [];
    page.on("request", (request) => request.url().startsWith("file:") || misdeeds.push(request.url()));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => misdeeds.push("dialog")));
    page.on("console", (message) => misdeeds.push(message.text()));
    for (const name of hostileNames) {
      await open(name, page);
      const found = await page.evaluate(() => ({
        hacked: "hacked" in window,
        strange: document.querySelectorAll(
          "img, script, iframe, object, embed, link, form, foreignObject, [onload], [onerror]",
        ).length,
        sections: document.querySelectorAll("main > section").length,
        words: document.body.innerText,
      }));
      expect({ ...found, words: "" }).toEqual({ hacked: false, strange: 0, sections: 9, words: "" });
      expect(found.words).toContain(plainLine(name).slice(0, 60));
    }
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  test.each([1200, 400])("nothing is wider than a window of %i pixels", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await open("Referral", page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    const shown = await page.locator("svg:visible").count();
    expect(shown).toBe(8);
    await page.close();
  });
});

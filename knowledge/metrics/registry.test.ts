import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { grain } from "#core/domain/series.ts";
import { dimensions } from "./metric.ts";
import { metrics, replyWithinDays } from "./registry.ts";

const documented = readFileSync("docs/metrics.md", "utf8");

describe("docs/metrics.md", () => {
  test("lists just the metrics, as they are defined", () => {
    const rows = [...documented.matchAll(/^\| `([a-z_]+)` \|(.*\|.*\|.*\|.*\|.*)\|$/gm)].map(
      ([, id, rest = ""]) => [id, ...rest.split("|").map((cell) => cell.trim())],
    );
    const grains = grain.options.join(", ");
    expect(rows).toEqual(
      metrics.map((metric) => [
        ...[metric.id, metric.unit, metric.formula, metric.counts, metric.time === "now" ? "now" : grains],
        metric.dimensions === dimensions ? "all" : metric.dimensions.join(", ") || "none",
      ]),
    );
  });

  test("lists just the dimensions", () => {
    const rows = [...documented.matchAll(/^\| `([a-z_]+)` \| [^|]+ \|$/gm)].map(([, name]) => name);
    expect(rows).toEqual(dimensions);
  });
});

test("ids are unique, and what is waited for a reply is told", () => {
  expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
  expect(metrics.find(({ id }) => id === "reply_rate")?.formula).toContain(`${replyWithinDays} days`);
});

import { describe, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { passageFilterInput, toPassageFilter } from "./passage-filter-input.ts";

async function from(text: string) {
  const principal = await freshWorkspace();
  const input = passageFilterInput.parse({ from: text });
  const { from } = await testDatabase().readTenant(principal.tenant.id, (tx) =>
    toPassageFilter(tx, principal, input),
  );
  return from?.toISOString();
}

describe("a time", () => {
  test.each([
    ["2026-01-31", "2026-01-31T00:00:00.000Z"],
    ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00.000Z"],
    ["2026-01-31T09:30:00+05:30", "2026-01-31T04:00:00.000Z"],
  ])("%s is the same wherever the server stands", async (text, moment) => {
    expect(await from(text)).toBe(moment);
  });

  test.each([
    ["has no zone", "2026-01-31T09:30:00"],
    ["is on a day that there is not", "2026-02-31"],
    ["is written otherwise", "2026-01-31 9am"],
    ["is before all times that the database knows", "0000-12-31"],
    ["is behind them by its zone", "9999-12-31T23:59:59-14:00"],
  ])("that %s is told how to be mended", (_how, text) => {
    const { error } = passageFilterInput.safeParse({ to: text });
    expect(error?.issues[0]?.message).toContain("2026-01-31T09:30:00Z");
  });
});

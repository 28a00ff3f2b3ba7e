import { expect, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { runRapport } from "../test-support/child.ts";

test("limits are set and shown, and usage and audit of a new workspace are empty", async () => {
  const { tenant } = await freshWorkspace();
  const run = (...args: string[]) => runRapport([...args, "--workspace", tenant.name]);
  expect((await run("limits", "set", "--usd", "5", "--requests", "90")).stdout).toMatch(
    /requests a minute +90\n.*\$5 \(\$0\.0000 used\)/s,
  );
  expect((await run("limits", "set", "--usd", "much")).stderr).toMatch(/model_usd_per_day/);
  expect((await run("usage")).stdout).toBe("No language model was asked since then.\n");
  expect((await run("audit", "--json")).stdout).toBe("[]\n");
});

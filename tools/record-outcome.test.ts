import { beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { textSource } from "#knowledge/import/source.ts";
import { recordOutcome } from "./record-outcome.ts";

let principal: Principal;
beforeAll(async () => {
  principal = await freshWorkspace();
  await importContacts(testDatabase(), principal, textSource("a.csv", "id,budget\nlead-1,5\n"), { id: "id" });
});

const call = (input: object) => {
  const tool = recordOutcome(testDatabase());
  return tool.run({ principal, signal: new AbortController().signal }, tool.input.parse(input));
};

test("a proposal made before the lead ended otherwise is not carried out", async () => {
  const won = await call({ contact_id: "lead-1", outcome: "won" });
  const lost = await call({ contact_id: "lead-1", outcome: "lost" });
  await call({ confirm: won.handle });
  await expect(call({ confirm: lost.handle })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("propose again"),
  });
  expect(await call({ confirm: won.handle })).toMatchObject({ status: "recorded", outcome: "won" });
});

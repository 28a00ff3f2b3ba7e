import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { defaultSettings } from "./settings.ts";
import { changeSettings, loadSettings, type SettingsChange } from "./stored-settings.ts";

const load = (who: Principal) => testDatabase().readTenant(who.tenant.id, (tx) => loadSettings(tx, who));
const change = (who: Principal, what: SettingsChange) =>
  testDatabase().withTenant(who.tenant.id, (tx) => changeSettings(tx, who, what));

test("by default nothing leaves by itself, and past replies are shared", async () => {
  expect(await load(await freshWorkspace())).toEqual(defaultSettings);
  expect(defaultSettings.workspace).toMatchObject({
    share_past_replies: true,
    automatic_sending: { enabled: false },
  });
});

test("what is changed is kept, the rest stays, and each user has their own preferences", async () => {
  const who = await freshWorkspace();
  await change(who, {
    workspace: { allowed_link_domains: ["https://www.Acme.example/x"], automatic_sending: { enabled: true } },
  });
  await change(who, {
    workspace: { automatic_sending: { intents: ["pricing"] } },
    user: { max_response_length: 500 },
  });
  expect(await load(who)).toMatchObject({
    workspace: {
      allowed_link_domains: ["www.acme.example"],
      automatic_sending: { enabled: true, intents: ["pricing"], min_confidence: 0.9 },
    },
    user: { max_response_length: 500, auto_response_enabled: false },
  });
  expect(await load({ ...who, user: "eve" })).toMatchObject({
    user: defaultSettings.user,
    workspace: { share_past_replies: true },
  });
  expect(await load(await freshWorkspace())).toEqual(defaultSettings);
});

test.each<[SettingsChange, RegExp]>([
  [{ user: { max_response_length: 5 } }, /max_response_length/],
  [{ user: { max_lenght: 500 } }, /max_lenght/],
  [{ workspace: { automatic_sending: { working_hours: { time_zone: "Mars" } } } }, /time zone as Europe/],
  [{ workspace: { automatic_sending: { max_confidence: 0 } } }, /max_confidence/],
  [{ workspace: { from_address: "a@b.example, c@d.example" } }, /give an address/],
])("%j is refused", async (what, message) => {
  const who = await freshWorkspace();
  await expect(change(who, what)).rejects.toMatchObject({
    code: "VALIDATION_FAILED",
    message: expect.stringMatching(message),
  });
  expect(await load(who)).toEqual(defaultSettings);
});

test("who is no administrator changes their own preferences only", async () => {
  const rep: Principal = { ...(await freshWorkspace()), user: "rep", roles: ["SALES_REP"] };
  await expect(change(rep, { workspace: { automatic_sending: { enabled: true } } })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await change(rep, { user: { name: "Rita" } })).toMatchObject({ user: { name: "Rita" } });
});

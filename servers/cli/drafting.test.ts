import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { mailWorkspace, proposed } from "#knowledge/drafting/test-draft.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { textSource } from "#knowledge/import/source.ts";
import { rowsOf } from "#knowledge/import/test-import.ts";
import { mail } from "#knowledge/import/test-mails.ts";
import { childEnvironment, rapport, repository, runRapport } from "../test-support/child.ts";

let who: Principal;
let folder: string;
beforeAll(async () => {
  who = await mailWorkspace();
  folder = await mkdtemp(join(tmpdir(), "rapport-drafting-"));
});

const run = (...args: string[]) => runRapport([...args, "--workspace", who.tenant.name]);
const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).stdout);
const outbox = (principal: Principal) =>
  rowsOf<{ message_id: string }>(principal, "select message_id from outbox where tenant_id = $1");

test("from what waits to a mail in a file", async () => {
  expect((await run("threads", "--within-days", "3650")).stdout).toMatch(
    /Bob Brown: Prices \(waits \d+ days; message /,
  );
  await proposed(who);
  const { drafts } = await json("drafts");
  expect(drafts).toMatchObject([{ contact_name: "Bob Brown", status: "proposed" }]);
  const review = await runRapport(
    ["review", drafts[0].handle, "--edit", "-", "--workspace", who.tenant.name],
    {
      stdin: "Dear Bob,\n\nTen euros – each.\n\nBest regards,\nSam\n",
    },
  );
  expect(review).toMatchObject({ status: 0, stderr: "" });
  expect(review.stdout).toMatch(
    /^Approved as edited: the reply to Bob Brown, “Re: Prices”.\nIt is in the outbox for bob@x.example/,
  );
  expect((await run("outbox", "list")).stdout).toMatch(/bob@x.example +Re: Prices +waiting/);
  expect((await run("outbox", "export", folder)).stdout).toContain("1 written to");
  const [file = ""] = await readdir(folder);
  expect(await readFile(join(folder, file), "utf8")).toMatch(
    /^From: sales@acme.example\r\nTo: bob@x.example\r\n/,
  );
  expect((await run("outbox", "list")).stdout).toContain("handed_on");
});

test("a draft is proposed, and the same as JSON", async () => {
  const principal = await mailWorkspace([mail({ id: "q1@x.example", text: "What does a brush cost?" })]);
  const article = { id: "price", title: "Prices", text: "A brush costs ten euros." };
  await importArticles(testDatabase(), principal, textSource("a.jsonl", JSON.stringify(article)));
  const options = ["--workspace", principal.tenant.name];
  const shown = await runRapport(["draft", "bob@x.example", ...options]);
  expect(shown).toMatchObject({ status: 0, stderr: "" });
  expect(shown.stdout).toMatch(
    /^Draft, version 1; confidence [\s\S]*To: bob@x\.example\nSubject: Re: Prices/,
  );
  const again = await runRapport(["draft", "--message", "<q1@x.example>", "--json", ...options]);
  expect(JSON.parse(again.stdout)).toMatchObject({
    version: 2,
    status: "proposed",
    recipients: { to: ["bob@x.example"] },
    response: expect.stringContaining("A brush costs ten euros."),
  });
  expect((await runRapport(["drafts", ...options])).stdout).toMatch(/^1 draft\.[\s\S]*Bob Brown: Re: Prices/);
});

test("what was learned is shown, confirmed and forgotten", async () => {
  const [rule] = await json("rules", "list");
  expect(rule).toMatchObject({ kind: "greeting", value: "Dear {first_name},", status: "suggested" });
  expect((await run("rules", "confirm", rule.id)).stdout).toBe(
    'Holds from now on: greeting "Dear {first_name},".\n',
  );
  expect(
    (await run("rules", "set", "forbidden", "kindly", "--topic", "pricing", "--everybody")).stdout,
  ).toContain("for pricing");
  expect((await run("rules", "list")).stdout).toMatch(/1 change, last of draft/);
  expect((await run("rules", "forget", rule.id)).stdout).toContain("Forgotten");
  expect(await json("rules", "list")).toMatchObject([{ value: "kindly", user: null }]);
  expect(await json("rules", "list", "--forgotten")).toHaveLength(2);
});

test("settings are shown and changed", async () => {
  expect(
    await json(
      "drafting-settings",
      "--from",
      "team@acme.example",
      "--max-length",
      "800",
      "--link-domains",
      "acme.example",
    ),
  ).toMatchObject({
    workspace: {
      from_address: "team@acme.example",
      allowed_link_domains: ["acme.example"],
      automatic_sending: { enabled: false },
    },
    user: { max_response_length: 800 },
  });
  expect(await json("drafting-settings")).toMatchObject({ user: { max_response_length: 800 } });
});

test.each([
  [["draft"], /Say whom to answer/],
  [["draft", "nobody"], /No contact/],
  [["draft", "--message", "nothing"], /No message "nothing"/],
  [["review", "00000000-0000-4000-8000-000000000000"], /one of: --approve/],
  [["review", "00000000-0000-4000-8000-000000000000", "--approve"], /No draft has the handle/],
  [["rules", "set", "mood", "x"], /There is no kind "mood"/],
  [["drafting-settings", "--from", "nobody"], /from_address: give an address/],
])("%j says what is wrong", async (args, message) => {
  expect(await run(...args)).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(message) });
});

test("killed at any moment of an approval: then one outbox row with one Message-ID", async () => {
  const principal = await mailWorkspace();
  const draft = await proposed(principal);
  const options = ["--workspace", principal.tenant.name];
  const { drafts } = JSON.parse((await runRapport(["drafts", "--json", ...options])).stdout);
  const seen = new Set<string>();
  for (const delay of [250, 350, 450, 550, 700]) {
    const child = spawn(process.execPath, [rapport, "review", drafts[0].handle, "--approve", ...options], {
      cwd: repository,
      env: childEnvironment(),
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await setTimeout(delay);
    child.kill("SIGKILL");
    await ended;
    for (const { message_id } of await outbox(principal)) seen.add(message_id);
  }
  expect((await runRapport(["review", drafts[0].handle, "--approve", ...options])).status).toBe(0);
  const rows = await outbox(principal);
  expect(rows).toHaveLength(1);
  expect([...seen.add(rows[0]?.message_id ?? "")]).toEqual([expect.stringContaining(draft.id)]);
});

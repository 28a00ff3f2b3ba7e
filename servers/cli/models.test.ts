import { beforeAll, expect, test } from "vitest";
import { runRapport } from "../test-support/child.ts";
import { open, trainedWorkspace } from "../test-support/trained-workspace.ts";

// One workspace whose models go through a life, command by command.

let workspace: string;

beforeAll(async () => {
  workspace = (await trainedWorkspace()).tenant.name;
});

const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await runRapport([...args, "--workspace", workspace]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
};
const statuses = async () =>
  JSON.parse(await run("models", "list", "--json"))
    .map(({ version, status }: { version: number; status: string }) => `${version} ${status}`)
    .sort();

test("train --if-needed says why it does not train", async () => {
  expect(await run("train", "--if-needed")).toMatch(
    /^Training is not due: 0 leads have ended since version 1/,
  );
  expect(JSON.parse(await run("train", "--if-needed", "--json"))).toMatchObject({ trained: null });
});

test("train --no-publish stores a model, and says how to let it serve", async () => {
  const text = await run("train", "--no-publish", "--ignore", "seats");
  expect(text).toContain("does not serve");
  expect(text).toContain("models publish 2");
  expect(await statuses()).toEqual(["1 serving", "2 never published"]);
});

test("models list has a line for each version", async () => {
  const lines = (await run("models", "list")).trimEnd().split("\n");
  expect(lines[0]).toMatch(/^version 1 +serving .*published .* by tester/);
  expect(lines[1]).toMatch(/^version 2 +never published/);
});

test("models shadow makes a challenger, and models show compares the two", async () => {
  expect(await run("models", "shadow", "2")).toContain(`Scored ${open} open leads`);
  expect(await statuses()).toEqual(["1 serving", "2 challenger"]);
  const shown = await run("models", "show");
  expect(shown).toContain("Challenger: version 2 beside version 1");
  expect(shown).toContain("keep watching");
  expect(await run("models", "shadow", "--off")).toContain("No model runs in the shadow");
  expect(await statuses()).toEqual(["1 serving", "2 never published"]);
});

test("models show tells the report, how the model was made and whether to train again", async () => {
  const shown = await run("models", "show", "v2");
  for (const part of [
    "version 2",
    "ignored",
    "seats",
    "trained on",
    "AUC",
    "log loss",
    "Features",
    "Kinds of models",
  ])
    expect(shown).toContain(part);
  expect(await run("models", "show")).toMatch(/training +not due/);
  expect(JSON.parse(await run("models", "show", "2", "--json"))).toMatchObject({
    model: { version: 2, life: { ignored: ["seats"] } },
  });
});

test("models publish and rollback change who serves, and say for whom", async () => {
  expect(await run("models", "publish", "2", "--note", "try it")).toBe(
    `Version 2 serves from now on instead of version 1. Scored ${open} open leads.\n`,
  );
  expect(await run("models", "list")).toMatch(/^version 2 +serving .*try it/);
  expect(JSON.parse(await run("models", "rollback", "--json"))).toMatchObject({ version: 1, before: 2 });
  expect(await statuses()).toEqual(["1 serving", "2 published before"]);
});

test.each([
  ["an unknown version", ["models", "publish", "9"], /"9".*versions 1, 2/],
  ["the serving model as challenger", ["models", "shadow", "1"], /Version 1 serves/],
  ["no version to shadow", ["models", "shadow"], /--off/],
  ["a version and --off", ["models", "shadow", "2", "--off"], /--off/],
])("%s is refused with what to do", async (_, args, message) => {
  const { status, stderr } = await runRapport([...args, "--workspace", workspace]);
  expect(status).not.toBe(0);
  expect(stderr).toMatch(message);
});

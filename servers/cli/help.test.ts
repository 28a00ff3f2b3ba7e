import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { runRapport } from "../test-support/child.ts";
import { version } from "../version.ts";
import { program } from "./program.ts";

/** Every command as it is typed: "", "import", "import contacts", "train" … */
const commands = [...walk(program(), [])];

test("commands are found by walking the program", () => {
  expect(commands.map(({ words }) => words.join(" "))).toEqual(
    expect.arrayContaining(["", "import conversations", "score", "models rollback", "connect"]),
  );
});

describe.each(commands)("rapport $words", ({ words, command }) => {
  test("explains itself and each of its options", async () => {
    const { status, stdout, stderr } = await runRapport([...words, "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`Usage: ${["rapport", ...words].join(" ")}`);
    expect(command.description().length).toBeGreaterThan(10);
    for (const option of command.options) {
      expect(stdout).toContain(option.long ?? option.short);
      expect(option.description.length, `${option.flags} says what it is for`).toBeGreaterThan(3);
    }
  });
});

test("--version prints the version alone", async () => {
  expect(await runRapport(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

function* walk(command: Command, words: string[]): Generator<{ words: string[]; command: Command }> {
  yield { words, command };
  for (const child of command.commands) yield* walk(child, [...words, child.name()]);
}

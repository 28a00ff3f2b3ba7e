import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadConfig } from "#core/config.ts";
import { program } from "#servers/cli/program.ts";
import { compose } from "#servers/compose/compose.ts";

const readme = readFileSync("README.md", "utf8");

describe("the README", () => {
  test("lists just the tools that the server offers", () => {
    const listed = [...readme.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name);
    const rapport = compose(loadConfig({}));
    expect(listed).toEqual(
      expect.arrayContaining(rapport.servers.flatMap(({ tools }) => tools.map(({ name }) => name))),
    );
    expect(listed).toHaveLength(rapport.servers.flatMap(({ tools }) => tools).length);
  });

  test("shows only commands and options that exist", () => {
    const lines = [...readme.matchAll(/^npm run -s rapport -- (.+?)(?: >.*)?$/gm)].map(([, line = ""]) =>
      line.split(" "),
    );
    expect(lines.length).toBeGreaterThan(6);
    for (const words of lines) {
      let command = program();
      let next = command.commands.find((sub) => sub.name() === words[0]);
      while (next) {
        command = next;
        words.shift();
        next = command.commands.find((sub) => sub.name() === words[0]);
      }
      const known = command.options.map(({ long }) => long);
      expect(known).toEqual(expect.arrayContaining(words.filter((word) => word.startsWith("--"))));
    }
  });

  test("names only environment variables that the configuration reads", () => {
    const source = readFileSync("core/config.ts", "utf8");
    const named = new Set([...readme.matchAll(/\b([A-Z]{4,}(?:_[A-Z]+)+)\b/g)].map(([name]) => name));
    expect(named.size).toBeGreaterThan(8);
    for (const name of named) expect(source).toContain(`${name}:`);
  });
});

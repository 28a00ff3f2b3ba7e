import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const allowed = ["#core/principal.ts", "#core/domain/insight.ts", "#knowledge/db/database.ts"];

test.each(["generator", "planted", "judging"])("%s shares no code with what it judges", (folder) => {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const imported = files.flatMap((file) =>
    [...readFileSync(join(path, file), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from = ""]) => from),
  );
  expect(imported.length).toBeGreaterThan(0);
  const foreign = imported.filter((from) => !/^\.\/|^\.\.\/(?:generator|planted)\//.test(from));
  expect(foreign.filter((from) => !allowed.includes(from))).toEqual([]);
});

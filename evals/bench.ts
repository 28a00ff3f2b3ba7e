import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

// `npm run bench [-- <name> [options]]`: one of the scripts of bench/, which each say what they measure and take; without a name the product as its
// users meet it, then the service under load, both with an embedded database.

const folder = join(import.meta.dirname, "bench");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3));
const [name, ...options] = process.argv.slice(2);
const chosen = name === undefined ? ["product", "service"] : [name];
const unknown = chosen.filter((each) => !names.includes(each));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}. There is: ${names.join(", ")}.\n`);
  process.exitCode = 1;
} else {
  for (const each of chosen) {
    const { status } = spawnSync(process.execPath, [join(folder, `${each}.ts`), ...options], {
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
}

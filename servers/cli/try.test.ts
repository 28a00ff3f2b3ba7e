import { test } from "vitest";
import { runRapport } from "../test-support/child.ts";
import { trainedWorkspace } from "../test-support/trained-workspace.ts";

test("try", async () => {
  const w = (await trainedWorkspace()).tenant.name;
  const out: string[] = [];
  for (const args of [
    ["score", "nobody", "-w", w],
    ["score", "nobody", "-w", w, "--json"],
    ["score", "lead-1", "-w", "nope"],
    ["score", "-w", w],
    ["score", "--all", "-w", w, "--as-of", "x"],
    ["score", "lead-1", "-w", w, "--as-of", "x"],
    ["score", "--all", "-w", w, "--as-of", "2999-01-01"],
    ["explain", "a@b.example", "-w", w],
    ["status", "-w", "nope"],
    ["status", "-w", "nope", "--json"],
    ["status"],
    ["mcp", "no-such-server"],
    ["mcp", "-w", "nope"],
    ["import", "contacts", "/nowhere.csv"],
    ["import", "contacts", "/nowhere.csv", "-w", w],
    ["import", "contacts", "/tmp", "-w", w],
    ["import", "contacts", "-", "-w", "bad name!"],
    ["import", "nothing"],
    ["serve", "--host", "0.0.0.0", "-w", w],
    ["serve", "--port", "99999"],
   
    ["frobnicate"],
    ["score", "--nope"],
    ["status", "--nope", "--json"],
    ["connect", "emacs"],
    ["train", "-w", "nope", "--json"],
    ["status", "-w", w, "--json"],
    ["score", "--all", "-w", w],
    ["score", "--all", "-w", w, "--format", "xml"],
    ["doctor"],
    ["doctor", "--json"],
    ["train"],
    [],
  ]) {
    const t = performance.now();
    const r = await runRapport(args);
    out.push(
      args.join(" ") +
        " => " +
        r.status +
        "\n  OUT " +
        r.stdout.slice(0, 300) +
        "\n  ERR " +
        r.stderr.slice(0, 600) +
        " " +
        (performance.now() - t).toFixed(0),
    );
  }
  console.log(out.join("\n"));
}, 100000);

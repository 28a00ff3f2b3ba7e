import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

/** Which layers a layer may import beside itself; the same table stands in docs/architecture.md. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  knowledge: ["core"],
  models: ["core"],
  tools: ["knowledge", "core"],
  graphs: ["tools", "core"],
  agents: ["graphs", "tools", "core"],
  servers: ["agents", "tools", "core"],
  evals: ["core", "knowledge", "models", "tools", "graphs", "agents", "servers"],
};
const everything = Object.keys(allowed);

interface Import {
  from: string;
  to: string;
}

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => everything.includes(layerOf(file)) && !file.endsWith(".test.ts") && existsSync(file));
const imports = files.flatMap(importsOf);

test("finds the product's imports", () => {
  expect(imports.length).toBeGreaterThan(200);
  expect(imports).toContainEqual({ from: "tools/get-lead.ts", to: "knowledge/crm/find-contact.ts" });
});

test("imports run downwards only", () => {
  const wrong = imports.filter(({ from, to }) => {
    const [layer, target] = [layerOf(from), layerOf(to)];
    if (layer === target || from.startsWith("servers/compose/") || from.includes("/test-")) return false;
    return !allowed[layer]?.includes(target);
  });
  expect(wrong).toEqual([]);
});

test("agents, graphs and the faces of servers do not import each other's kind", () => {
  const wrong = imports.filter(({ from, to }) => {
    const [layer, kind, otherKind] = [layerOf(from), from.split("/")[1], to.split("/")[1]];
    return (
      (layer === "agents" || layer === "graphs") &&
      layerOf(to) === layer &&
      isFolder(kind) &&
      isFolder(otherKind) &&
      kind !== otherKind
    );
  });
  expect(wrong).toEqual([]);
});

test("nothing imports in a circle", () => {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const circle = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to } of next.get(file) ?? []) {
      const found = circle(to, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  const circles = files.map((file) => circle(file, [])?.toSorted().join(" ")).filter(Boolean);
  expect([...new Set(circles)]).toEqual([]);
});

function layerOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function isFolder(name: string | undefined): boolean {
  return name !== undefined && !name.endsWith(".ts");
}

/** What a file needs at run time and in its types; `import type` between files of a circle would do no harm, but reads as one. */
function importsOf(from: string): Import[] {
  const text = readFileSync(from, "utf8");
  const pattern = /(?:from\s+|import\(\s*|import\s+)"([.#][^"]+)"/g;
  return [...text.matchAll(pattern)]
    .map(([, specifier = ""]) =>
      specifier.startsWith("#") ? specifier.slice(1) : posix.join(posix.dirname(from), specifier),
    )
    .filter((to) => to.endsWith(".ts"))
    .map((to) => ({ from, to }));
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

/** Those that ask for no more than their notice to be kept. */
const permissive = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
];

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Package>;
};
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);

test("what is shipped may be shipped", () => {
  const doubtful = shipped.filter(([, { license = "none" }]) => !isPermissive(license));
  expect(doubtful.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  expect(shipped.length).toBeGreaterThan(100);
});

test("a licence that asks for more is noticed", () => {
  expect(["AGPL-3.0", "MIT AND GPL-2.0", "none"].filter(isPermissive)).toEqual([]);
});

// Written by `npx vitest run licences.test.ts -u`.
test("docs/licences.md lists it", async () => {
  const rows = shipped
    .map(
      ([path, { version, license }]) => `| ${path.split("node_modules/").at(-1)} | ${version} | ${license} |`,
    )
    .sort();
  const list = `# Licences

What an installation for production holds beside Rapport itself, from \`package-lock.json\`.

| package | version | licence |
|---|---|---|
${[...new Set(rows)].join("\n")}
`;
  await expect(list).toMatchFileSnapshot("docs/licences.md");
});

/** One of several to choose from is enough; of several that all hold, each counts. */
function isPermissive(licence: string): boolean {
  const all = licence.replace(/[()]/g, "").split(" AND ");
  return all.every((part) => part.split(" OR ").some((each) => permissive.includes(each.trim())));
}

import { expect, test } from "vitest";
import { localPrincipal } from "./workspace-principal.ts";

const directory = (...names: string[]) => {
  const workspaces = names.map((name) => ({ id: name, name }));
  return {
    find: async (name: string) => workspaces.find((workspace) => workspace.name === name),
    list: async () => workspaces,
  };
};
const many = Array.from({ length: 500 }, (_, index) => `team-${index}`);

test.each([
  ["the one that is named", directory("a", "b"), "b", "b"],
  ["the only one, when none is named", directory("a"), undefined, "a"],
])("%s is acted in", async (_what, workspaces, workspace, expected) => {
  const principal = await localPrincipal(workspaces, { workspace, user: "rosa" })();
  expect(principal).toMatchObject({ tenant: { name: expected }, user: "rosa", roles: ["ADMIN"] });
});

test.each([
  ["none there", directory(), undefined, /npm run demo/],
  ["none of that name", directory("a", "b"), "c", /no workspace "c". There is: a, b\./],
  ["several and none named", directory("a", "b"), undefined, /--workspace with one of a, b/],
  ["hundreds and none named", directory(...many), undefined, /team-9, and 490 more/],
])("with %s it says what to do", async (_what, workspaces, workspace, expected) => {
  const refused = localPrincipal(workspaces, { workspace, user: "rosa" })();
  await expect(refused).rejects.toThrow(expected);
  await expect(refused).rejects.toMatchObject({ message: expect.not.stringMatching(/.{1000}/) });
});

test("a workspace that is suspended meanwhile is refused after 30 s", async () => {
  const acme = { id: "a", name: "acme", suspendedAt: null as Date | null };
  let now = 0;
  const principal = localPrincipal(
    { find: async () => acme, list: async () => [acme] },
    { workspace: "acme", user: "rosa" },
    () => now,
  );
  expect((await principal()).tenant).toEqual({ id: "a", name: "acme" });
  acme.suspendedAt = new Date();
  now = 29_999;
  await expect(principal()).resolves.toBeDefined();
  now = 30_000;
  await expect(principal()).rejects.toMatchObject({ code: "FORBIDDEN", message: /tenants resume acme/ });
});

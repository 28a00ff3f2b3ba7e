import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { openModel } from "../registry.ts";
import { type ProviderStandIn, providerStandIns } from "../stand-ins/provider-stand-ins.ts";

const request = { system: "s", input: "i", schema: z.object({ ok: z.boolean() }), schemaName: "ok" };
let standIn: ProviderStandIn;
afterEach(() => standIn.close());

const start = async () => {
  standIn = await providerStandIns.vertex(() => ({ text: '{"ok": true}' }));
};

test("trades an assertion once and uses its token for every request", async () => {
  await start();
  const model = openModel(standIn.id, standIn.config());
  await Promise.all([model.generate(request), model.generate(request)]);
  await model.generate(request);
  expect(standIn.project?.issued()).toBe(1);
  expect(standIn.server.requests.map(({ headers }) => headers.authorization)).toEqual(
    Array(3).fill("Bearer ya29.stand-in-1"),
  );
});

test("says which variable to check when the key is not the account's", async () => {
  await start();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const path = standIn.env.GOOGLE_APPLICATION_CREDENTIALS ?? "";
  const account = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(
    path,
    JSON.stringify({ ...account, private_key: privateKey.export({ type: "pkcs8", format: "pem" }) }),
  );
  await expect(openModel(standIn.id, standIn.config()).generate(request)).rejects.toMatchObject({
    code: "AI_SERVICE_UNAVAILABLE",
    message: expect.stringContaining("check GOOGLE_APPLICATION_CREDENTIALS"),
    retryable: false,
  });
  expect(standIn.server.requests).toHaveLength(0);
});

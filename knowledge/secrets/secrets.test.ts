import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeEncryptionKey, parseEncryptionKeys } from "./encryption-keys.ts";
import { keyFileName } from "./key-file.ts";
import { decryptSecret, encryptSecret, keyVersionOf } from "./secret-text.ts";
import { loadEncryptionKeys, openSecrets } from "./secrets.ts";

const [one, two] = [makeEncryptionKey(1), makeEncryptionKey(2)];
const keys = parseEncryptionKeys(one, "test");
const scope = { tenantId: randomUUID(), purpose: "webhook-endpoint:1" };

describe("a secret", () => {
  test("is read again by the same scope only, and never has the same text twice", () => {
    const stored = encryptSecret(keys, scope, "whsec_ä");
    expect(stored).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
    expect(decryptSecret(keys, scope, stored)).toBe("whsec_ä");
    expect(encryptSecret(keys, scope, "whsec_ä")).not.toBe(stored);
  });

  test.each([
    ["another tenant", { ...scope, tenantId: randomUUID() }],
    ["another use", { ...scope, purpose: "webhook-source:1" }],
  ])("does not decrypt for %s", (_what, other) => {
    const stored = encryptSecret(keys, scope, "x");
    expect(() => decryptSecret(keys, other, stored)).toThrow(/cannot be decrypted/);
  });

  test.each<[string, (stored: string) => string]>([
    ["a changed character", (s) => s.slice(0, -5) + (s.at(-5) === "A" ? "B" : "A") + s.slice(-4)],
    ["a changed nonce", (s) => s.replace(/\.(.)/, (_, c: string) => (c === "A" ? ".B" : ".A"))],
    ["half of it", (s) => s.slice(0, 30)],
    ["plain text", () => "whsec_plain"],
  ])("with %s is refused", (_what, change) => {
    expect(() => decryptSecret(keys, scope, change(encryptSecret(keys, scope, "secret")))).toThrow(
      /cannot be decrypted/,
    );
  });

  test("of a key that is not there, or is another one, is refused with what to do", () => {
    const stored = encryptSecret(parseEncryptionKeys(`${one},${two}`, "test"), scope, "x");
    expect(keyVersionOf(stored)).toBe(2);
    expect(() => decryptSecret(keys, scope, stored)).toThrow(
      /key 2; known here are: 1.*RAPPORT_ENCRYPTION_KEYS/,
    );
    const other = parseEncryptionKeys(makeEncryptionKey(2), "test");
    expect(() => decryptSecret(other, scope, stored)).toThrow(/not encrypted for this with key 2/);
  });
});

describe("keys", () => {
  test("of the highest version encrypt, in whatever order they stand", () => {
    expect(parseEncryptionKeys(`${two}, ${one}`, "test").current).toBe(2);
  });

  test.each([
    ["no version", randomBytes(32).toString("base64")],
    ["31 bytes", `1:${randomBytes(31).toString("base64")}`],
    ["a version twice", `${one},${makeEncryptionKey(1)}`],
    ["nothing", ","],
  ])("with %s are refused without showing them", (_what, text) => {
    expect(() => parseEncryptionKeys(text, "RAPPORT_ENCRYPTION_KEYS")).toThrow(
      /^Entry \d of RAPPORT_ENCRYPTION_KEYS/,
    );
    expect(() => parseEncryptionKeys(text, "x")).not.toThrow(text.slice(2, 20) || "never");
  });

  test("for a Postgres server have to be set", async () => {
    const settings = { databaseUrl: "postgres://x", home: "/nowhere", encryptionKeys: undefined };
    await expect(openSecrets(settings).encrypt(scope, "x")).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringMatching(/RAPPORT_ENCRYPTION_KEYS.*generate-key/),
    });
  });

  test("of an embedded database are made once, by whoever comes first, for its owner only", async () => {
    const home = await mkdtemp(join(tmpdir(), "rapport-keys-"));
    try {
      const settings = { databaseUrl: undefined, home: join(home, "new"), encryptionKeys: undefined };
      const all = await Promise.all(Array.from({ length: 8 }, () => loadEncryptionKeys(settings)));
      const texts = new Set(all.map(({ byVersion }) => byVersion.get(1)?.toString("hex")));
      expect(texts.size).toBe(1);
      expect(await readdir(settings.home)).toEqual([keyFileName]);
      expect((await stat(join(settings.home, keyFileName))).mode & 0o777).toBe(0o600);
    } finally {
      await rm(home, { recursive: true });
    }
  });
});

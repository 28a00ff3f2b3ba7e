import { createVerify, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Reply, startHttpServer } from "./http-server.ts";

/** A made-up Google project: a service account's key file, and the endpoint that trades its assertions for tokens. */
export interface FakeProject {
  project: string;
  /** Path of the JSON key file, for GOOGLE_APPLICATION_CREDENTIALS. */
  keyFile: string;
  /** The token that is valid now; a new one each time an assertion is traded. */
  token(): string;
  /** How many assertions were traded. */
  issued(): number;
  close(): Promise<void>;
}

/** Starts a token endpoint that gives a token only for an assertion signed with the key that it wrote to the key file. */
export async function startFakeProject(project = "stand-in-project"): Promise<FakeProject> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const email = `rapport@${project}.iam.gserviceaccount.com`;
  let issued = 0;
  const token = () => `ya29.stand-in-${issued}`;
  const server = await startHttpServer(({ path, body }): Reply => {
    const wrong =
      path === "/token"
        ? checkAssertion(String(body), { publicKey, email, audience: tokenUri() })
        : "wrong path";
    if (wrong) return { status: 400, json: { error: "invalid_grant", error_description: wrong } };
    issued += 1;
    return { json: { access_token: token(), token_type: "Bearer", expires_in: 3_600 } };
  });
  const tokenUri = () => `${server.url}/token`;
  const keyFile = join(mkdtempSync(join(tmpdir(), "rapport-key-")), "service-account.json");
  const close = async () => {
    rmSync(dirname(keyFile), { recursive: true, force: true });
    await server.close();
  };
  const account = {
    type: "service_account",
    project_id: project,
    private_key_id: "k1",
    private_key: privateKey,
    client_email: email,
  };
  writeFileSync(keyFile, JSON.stringify({ ...account, token_uri: tokenUri() }));
  return { project, keyFile, token, issued: () => issued, close };
}

/** Says what is wrong with a JWT bearer grant (RFC 7523), or nothing. */
function checkAssertion(
  form: string,
  expected: { publicKey: string; email: string; audience: string },
): string | undefined {
  const fields = new URLSearchParams(form);
  if (fields.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer") return "wrong grant type";
  const [header = "", claims = "", signature = ""] = fields.get("assertion")?.split(".") ?? [];
  const signed = createVerify("RSA-SHA256").update(`${header}.${claims}`);
  if (!signed.verify(expected.publicKey, signature, "base64url")) return "Invalid JWT Signature.";
  const { iss, aud, scope, exp } = JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<
    string,
    unknown
  >;
  if (iss !== expected.email) return "wrong issuer";
  if (aud !== expected.audience) return "wrong audience";
  if (typeof exp !== "number" || exp * 1_000 < Date.now()) return "expired";
  return scope === "https://www.googleapis.com/auth/cloud-platform" ? undefined : "wrong scope";
}

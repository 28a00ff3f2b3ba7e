import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** What is used of a Google service account's key file. */
export interface ServiceAccount {
  email: string;
  /** PEM. */
  privateKey: string;
  keyId?: string;
  projectId?: string;
  /** Where a signed assertion is exchanged for an access token. */
  tokenUri: string;
}

const keyFile = z.object({
  client_email: z.string().min(1),
  private_key: z.string().refine(isPrivateKey, "is not a PEM private key"),
  private_key_id: z.string().optional(),
  project_id: z.string().optional(),
  token_uri: z.url().default("https://oauth2.googleapis.com/token"),
});

/** Reads the key file that GOOGLE_APPLICATION_CREDENTIALS names, or says in a sentence what is wrong with it. */
export function readServiceAccount(
  path: string | undefined,
): { account: ServiceAccount } | { problem: string } {
  if (!path) return { problem: `${variable} is not set: name the JSON key file of a service account.` };
  const json = readJson(path);
  if (!json) return { problem: `${variable} names ${path}, which cannot be read as JSON.` };
  const parsed = keyFile.safeParse(json.content);
  if (!parsed.success) {
    const wrong = parsed.error.issues
      .map((issue) => `${issue.path.join(".") || "it"}: ${issue.message}`)
      .join("; ");
    return { problem: `${variable} names ${path}, which is not a service account's key file (${wrong}).` };
  }
  const { client_email, private_key, private_key_id, project_id, token_uri } = parsed.data;
  return {
    account: {
      email: client_email,
      privateKey: private_key,
      keyId: private_key_id,
      projectId: project_id,
      tokenUri: token_uri,
    },
  };
}

const variable = "GOOGLE_APPLICATION_CREDENTIALS";

function readJson(path: string): { content: unknown } | undefined {
  try {
    return { content: JSON.parse(readFileSync(path, "utf8")) };
  } catch {
    return undefined;
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === "private";
  } catch {
    return false;
  }
}

import type { JWT } from "google-auth-library";
import type { ServiceAccount } from "./service-account.ts";

const scope = "https://www.googleapis.com/auth/cloud-platform";

/** Hands out access tokens of a service account: fetched when first needed, shared, and renewed before they expire. */
export function accessTokens(account: ServiceAccount, timeoutMs: number): () => Promise<string> {
  let client: Promise<JWT> | undefined;
  return async () => {
    client ??= openClient(account, timeoutMs);
    try {
      const { token } = await (await client).getAccessToken();
      if (token) return token;
    } catch (error) {
      throw refusedOrFailed(error);
    }
    throw Object.assign(new Error("The token endpoint gave no access token."), { status: 401 });
  };
}

/** google-auth-library has Google's token endpoint built in; the account's own `token_uri` is put in its place. */
async function openClient(
  { email, privateKey, keyId, tokenUri }: ServiceAccount,
  timeoutMs: number,
): Promise<JWT> {
  const { JWT } = await import("google-auth-library");
  return new JWT({
    email,
    key: privateKey,
    keyId,
    scopes: [scope],
    additionalClaims: { aud: tokenUri },
    transporterOptions: {
      timeout: timeoutMs,
      fetchImplementation: (_url, init) => fetch(tokenUri, init),
    },
  });
}

/** A 4xx of the token endpoint means a bad key, whatever its number, not a bad request of ours. */
function refusedOrFailed(error: unknown): Error {
  const status = (error as { status?: number }).status;
  const message = error instanceof Error ? error.message : String(error);
  if (status === undefined) return error instanceof Error ? error : new Error(message);
  return Object.assign(new Error(`Token endpoint: ${message}`), {
    status: status < 500 && status !== 429 ? 401 : status,
  });
}

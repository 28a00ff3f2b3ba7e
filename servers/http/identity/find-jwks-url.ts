import { z } from "zod";
import { AppError } from "#core/errors.ts";

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * Asks an issuer where its keys are: OpenID Connect Discovery 1.0 first, then RFC 8414.
 * @param limitMs what each of the two may take.
 * @throws AppError IDENTITY_UNAVAILABLE when neither answers, or answers for another issuer.
 */
export async function findJwksUrl(issuer: string, limitMs: number): Promise<string> {
  const found = (await read(oidc(issuer), limitMs)) ?? (await read(rfc8414(issuer), limitMs));
  if (found?.issuer === issuer) return found.jwks_uri;
  throw new AppError(
    "IDENTITY_UNAVAILABLE",
    found
      ? "The identity provider calls itself by another name than RAPPORT_AUTH_ISSUER. An operator has to set it exactly as the provider's metadata has it."
      : "The identity provider's metadata cannot be read now. Try again in a moment; an operator may set RAPPORT_AUTH_JWKS_URL instead.",
    { retryable: !found },
  );
}

async function read(url: string, limitMs: number): Promise<z.infer<typeof metadata> | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limitMs), redirect: "error" });
    if (!response.ok) return undefined;
    return metadata.parse(await response.json());
  } catch {
    return undefined;
  }
}

function oidc(issuer: string): string {
  return `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}

/** The well-known part stands before the issuer's path. */
function rfc8414(issuer: string): string {
  const { origin, pathname } = new URL(issuer);
  return `${origin}/.well-known/oauth-authorization-server${pathname.replace(/\/$/, "")}`;
}

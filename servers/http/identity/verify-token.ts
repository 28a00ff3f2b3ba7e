import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { TokenIssuer } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Verify } from "../authenticate.ts";
import { findJwksUrl } from "./find-jwks-url.ts";
import { type Directories, principalFromClaims } from "./principal-from-claims.ts";

export interface TokenOptions extends Directories {
  issuer: TokenIssuer;
  /** Milliseconds between two askings for keys that are not known; default 5,000. */
  cooldownMs?: number | undefined;
}

const fetchMs = 3_000;
const keysAgeMs = 600_000;
const skewSeconds = 30;

/**
 * Makes the check of access tokens (RFC 9068, RFC 8725): RS256 only, from the configured issuer and for the configured audience, neither
 * expired nor ahead of its time by more than 30 s. The issuer's keys are kept for ten minutes and asked for again for a key that is new.
 */
export function openVerifyToken({ issuer, cooldownMs = 5_000, ...directories }: TokenOptions): Verify {
  let keys: JWTVerifyGetKey | undefined;
  const loadKeys = async () => {
    keys ??= createRemoteJWKSet(new URL(issuer.jwksUrl ?? (await findJwksUrl(issuer.issuer, fetchMs))), {
      timeoutDuration: fetchMs,
      cooldownDuration: cooldownMs,
      cacheMaxAge: keysAgeMs,
    });
    return keys;
  };
  return async (token): Promise<Principal> => {
    const claims = await verified(token, loadKeys, issuer);
    return principalFromClaims(claims, issuer, directories);
  };
}

async function verified(
  token: string,
  loadKeys: () => Promise<JWTVerifyGetKey>,
  { issuer, audiences }: TokenIssuer,
): Promise<JWTPayload> {
  // Inside: what is no token of the right kind asks nothing of the issuer.
  const getKey: JWTVerifyGetKey = async (...args) => (await loadKeys())(...args);
  try {
    const { payload } = await jwtVerify(token, getKey, {
      algorithms: ["RS256"],
      issuer,
      audience: audiences,
      clockTolerance: skewSeconds,
      requiredClaims: ["sub", "exp"],
    });
    return payload;
  } catch (error) {
    throw toRefusal(error);
  }
}

function toRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const because = error instanceof errors.JOSEError ? refusals[error.code] : undefined;
  if (because) return new AppError("UNAUTHENTICATED", `The access token ${because}.`, { cause: error });
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim } = error;
    const why = claims[claim] ?? `lacks a usable ${claim}`;
    return new AppError("UNAUTHENTICATED", `The access token ${why}.`, { cause: error });
  }
  return new AppError(
    "IDENTITY_UNAVAILABLE",
    "The identity provider's keys cannot be read now, so no token can be checked. Try again in a moment.",
    { cause: error, retryable: true },
  );
}

const refusals: Record<string, string> = {
  ERR_JWT_EXPIRED: "has expired. Get a new one",
  ERR_JWT_INVALID: "cannot be read",
  ERR_JWS_INVALID: "cannot be read",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "is not signed by the identity provider",
  ERR_JWKS_NO_MATCHING_KEY: "is signed with a key that the identity provider does not publish",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "does not say with which key it is signed",
  ERR_JOSE_ALG_NOT_ALLOWED: "is not signed with RS256",
  ERR_JOSE_NOT_SUPPORTED: "is of a kind that is not supported",
};

const claims: Record<string, string> = {
  iss: "is from another issuer",
  aud: "was made for another audience",
  nbf: "is not valid yet",
};

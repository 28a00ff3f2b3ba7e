import type { IncomingMessage } from "node:http";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { PrincipalSource } from "../mcp/call-tool.ts";

/** Says who sends a request, from its credential alone. @throws AppError UNAUTHENTICATED, FORBIDDEN, IDENTITY_UNAVAILABLE */
export type Authenticate = (request: IncomingMessage) => Promise<Principal>;

/** What tells a principal from a credential's text. */
export type Verify = (credential: string) => Promise<Principal>;

export interface Verifiers {
  /** Verifies `rapport_…` keys. */
  verifyKey: Verify;
  /** Verifies access tokens; absent: none are accepted. */
  verifyToken?: Verify | undefined;
}

const loopback = /^(::ffff:)?127\.|^::1$/;

/** Lets in whoever carries a key or a token that is right, and nobody else. */
export function credentialAuthentication(verifiers: Verifiers): Authenticate {
  return async (request) => {
    const credential = bearerOf(request);
    if (credential !== undefined) return verify(verifiers, credential);
    const kinds = verifiers.verifyToken ? "an API key or an access token" : "an API key";
    throw new AppError("UNAUTHENTICATED", `Send ${kinds} as Authorization: Bearer …`);
  };
}

/**
 * Without configured identity: everybody on this machine is the process's principal, unless they send a credential, which then counts.
 * The connection's own address decides; no header makes a caller local.
 */
export function localAuthentication(principal: PrincipalSource, verifiers?: Verifiers): Authenticate {
  return async (request) => {
    const credential = verifiers && bearerOf(request);
    if (verifiers && credential !== undefined) return verify(verifiers, credential);
    if (loopback.test(request.socket.remoteAddress ?? "")) return { ...(await principal()), kind: "local" };
    throw new AppError(
      "UNAUTHENTICATED",
      "Without a credential only this machine is served. Send an API key.",
    );
  };
}

async function verify({ verifyKey, verifyToken }: Verifiers, credential: string): Promise<Principal> {
  if (credential.startsWith("rapport_")) return verifyKey(credential);
  if (verifyToken) return verifyToken(credential);
  throw new AppError("UNAUTHENTICATED", "Only API keys are accepted here; they begin with rapport_.");
}

/** The Authorization header's credential; undefined when there is no such header. */
function bearerOf({ headers: { authorization } }: IncomingMessage): string | undefined {
  if (authorization === undefined) return undefined;
  const [, credential] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (credential) return credential;
  throw new AppError(
    "UNAUTHENTICATED",
    "The Authorization header must be: Bearer, a space, and the credential.",
  );
}

import type { AuthInfo, ScopeChallengeHandler } from "@modelcontextprotocol/server";
import { reachOf } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Permission } from "#core/permission.ts";
import type { Principal } from "#core/principal.ts";

/**
 * Answers 403 insufficient_scope over HTTP where a role grants a permission and the credential does not carry it, so that a client can
 * ask for a token that does (step-up). What no role grants, no token mends: the call itself refuses it.
 */
export function challengeScope(permission: Permission): ScopeChallengeHandler {
  return ({ authInfo }) => {
    const principal = authInfo && principalIn(authInfo);
    if (!principal?.scopes || principal.scopes.includes(permission)) return undefined;
    if (reachOf(principal.roles, permission) === "none") return undefined;
    return {
      scopes: [permission, ...principal.scopes],
      errorDescription: `This needs the scope ${permission}.`,
    };
  };
}

/** Who sends a request over HTTP, as authentication has found. @throws AppError UNAUTHENTICATED when there was none. */
export async function principalOfRequest({ authInfo }: { authInfo?: AuthInfo }): Promise<Principal> {
  const principal = authInfo && principalIn(authInfo);
  if (principal) return principal;
  throw new AppError("UNAUTHENTICATED", "Who sends this request was not established.");
}

/** Put there by requirePrincipal, never by a client. */
function principalIn({ extra }: AuthInfo): Principal | undefined {
  return extra?.principal as Principal | undefined;
}

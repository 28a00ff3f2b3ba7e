import type { IncomingMessage } from "node:http";
import type { Config } from "#core/config.ts";
import type { PrincipalSource } from "../../mcp/call-tool.ts";
import {
  type Authenticate,
  credentialAuthentication,
  localAuthentication,
  type Verify,
} from "../authenticate.ts";
import type { Directories } from "./principal-from-claims.ts";
import { metadataUrl, type Resource } from "./resource-metadata.ts";
import { openVerifyToken } from "./verify-token.ts";

/** Who is let in over HTTP, and how the others are told. */
export interface Identity {
  authenticate: Authenticate;
  /** Whether nothing is served without a credential. */
  isRequired: boolean;
  /** What clients are told about getting a token; undefined where none is accepted. */
  resource: Resource | undefined;
  /** Where the sender of a request may read it. */
  metadataUrl(request: IncomingMessage): string | undefined;
  /** For the line that a starting server writes. */
  told: string;
}

export interface IdentityOptions extends Directories {
  config: Pick<Config, "auth" | "publicUrl">;
  verifyKey: Verify;
  /** Who acts on this machine where no credential is required. */
  principal: PrincipalSource;
  /** See TokenOptions. */
  cooldownMs?: number | undefined;
}

/** Opens identity as it is configured: tokens and keys, keys only, or this machine's user with keys for whoever wants. */
export function openIdentity({
  config,
  verifyKey,
  findTenant,
  findUser,
  principal,
  cooldownMs,
}: IdentityOptions): Identity {
  const { issuer, required } = config.auth;
  const verifyToken = issuer && openVerifyToken({ issuer, findTenant, findUser, cooldownMs });
  const resource = issuer && { issuer: issuer.issuer, publicUrl: config.publicUrl };
  const isRequired = required || issuer !== undefined;
  const verifiers = { verifyKey, verifyToken };
  return {
    authenticate: isRequired
      ? credentialAuthentication(verifiers)
      : localAuthentication(principal, verifiers),
    isRequired,
    resource,
    metadataUrl: (request) => resource && metadataUrl(resource, request),
    told: issuer
      ? `access tokens of ${issuer.issuer} and API keys`
      : isRequired
        ? "API keys only"
        : "no identity configured: everybody on this machine is let in",
  };
}

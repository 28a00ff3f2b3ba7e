import type { AppError } from "#core/errors.ts";

/**
 * The WWW-Authenticate header of an answer (RFC 6750): what was wrong with the credential, or which scope it would have to carry.
 * Undefined for errors that another credential would not mend.
 */
export function challenge(
  { code, message, scope }: AppError,
  metadataUrl: string | undefined,
): string | undefined {
  const isKnown = code === "UNAUTHENTICATED";
  if (!isKnown && !(code === "FORBIDDEN" && scope)) return undefined;
  const parameters = {
    error: isKnown ? "invalid_token" : "insufficient_scope",
    error_description: message,
    scope,
    resource_metadata: metadataUrl,
  };
  const said = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return `Bearer ${said.map(([name, value]) => `${name}="${quotable(value ?? "")}"`).join(", ")}`;
}

/** What may stand between quotes in a header. */
function quotable(text: string): string {
  return text.replace(/["\\]/g, "'").replace(/[^ -~]/g, "?");
}

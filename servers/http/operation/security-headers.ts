import type { RequestHandler } from "express";
import helmet from "helmet";

/** Headers by which a browser trusts an answer with nothing: it is framed nowhere, sniffed as nothing else, and cached by nobody. */
export function securityHeaders(): RequestHandler {
  const { "script-src-attr": _, ...directives } = helmet.contentSecurityPolicy.getDefaultDirectives();
  // Plain HTTP on loopback is the usual case; whoever terminates TLS in front adds what belongs to it.
  delete directives["upgrade-insecure-requests"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...directives, "frame-ancestors": ["'none'"] },
    },
    strictTransportSecurity: false,
    frameguard: { action: "deny" },
  });
}

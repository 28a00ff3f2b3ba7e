import type { IncomingMessage } from "node:http";
import { type RequestHandler, Router } from "express";
import { permissions } from "#core/permission.ts";

/** What clients are told about getting a token. */
export interface Resource {
  issuer: string;
  /** Where clients reach the service; undefined: under the address they asked, which is a loopback one. */
  publicUrl: string | undefined;
}

const wellKnown = "/.well-known/oauth-protected-resource";

/** Protected-resource metadata (RFC 9728): for the whole service, and for MCP. Public, as clients without a token have to read it. */
export function resourceMetadata({ issuer, publicUrl }: Resource): Router {
  const router = Router();
  const answer =
    (path: string): RequestHandler =>
    (request, response) => {
      response.set({ "Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=3600" }).json({
        resource: baseUrl(publicUrl, request) + path,
        authorization_servers: [issuer],
        scopes_supported: permissions,
        bearer_methods_supported: ["header"],
        resource_name: "Rapport",
      });
    };
  router.get(wellKnown, answer(""));
  router.get(`${wellKnown}/mcp`, answer("/mcp"));
  router.get(`${wellKnown}/mcp/:server`, answer("/mcp"));
  return router;
}

/** Where the metadata stands that is meant for who sends this request. */
export function metadataUrl(
  { publicUrl }: Resource,
  request: IncomingMessage & { originalUrl?: string },
): string {
  const isMcp = /^\/mcp([/?]|$)/.test(request.originalUrl ?? request.url ?? "");
  return `${baseUrl(publicUrl, request)}${wellKnown}${isMcp ? "/mcp" : ""}`;
}

function baseUrl(publicUrl: string | undefined, { headers, socket }: IncomingMessage): string {
  return publicUrl ?? `http://${headers.host ?? `127.0.0.1:${socket.localPort}`}`;
}

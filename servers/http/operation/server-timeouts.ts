import type { Server } from "node:http";

const headersMs = 10_000;
/** For the whole request to arrive; how long the answer takes is not limited here. */
const requestMs = 60_000;
/** Longer than the idle time of usual load balancers, which must be the ones to close first. */
const keepAliveMs = 65_000;

/** Ends connections that send too slowly, and keeps idle ones for the next request. */
export function setTimeouts(server: Server): void {
  server.headersTimeout = headersMs;
  server.requestTimeout = requestMs;
  server.keepAliveTimeout = keepAliveMs;
}

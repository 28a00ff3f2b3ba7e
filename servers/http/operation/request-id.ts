import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { withinScope } from "#core/call-scope.ts";

/** What a caller may name a request: nothing that could break a line of a log or a header. */
const acceptable = /^[\w.:-]{1,64}$/;

/** Names each request by its X-Request-Id, or anew, says the name in the answer, and makes it known to all that the request runs. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.headers["x-request-id"];
  const requestId = typeof given === "string" && acceptable.test(given) ? given : randomUUID();
  response.setHeader("X-Request-Id", requestId);
  const address = request.socket.remoteAddress;
  withinScope({ requestId, ...(address === undefined ? {} : { address }) }, () => next());
};

/** The name that nameRequest gave. */
export function requestIdOf(response: { getHeader(name: string): unknown }): string | undefined {
  const id = response.getHeader("X-Request-Id");
  return typeof id === "string" ? id : undefined;
}

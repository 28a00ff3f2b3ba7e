import type { RequestHandler } from "express";
import { beginSpan } from "#core/telemetry.ts";
import { knownPrincipal, operationOf } from "./finished-request.ts";

/** Makes each request a span, within its caller's trace where it names one (W3C Trace Context). No path, query or header stands in it. */
export const traceRequests: RequestHandler = (request, response, next) => {
  const { traceparent } = request.headers;
  const span = beginSpan(request.method, {
    kind: "server",
    attributes: { "http.request.method": request.method },
    ...(typeof traceparent === "string" ? { traceparent } : {}),
  });
  if (!span) return next();
  response.locals.traceId = span.traceId;
  response.once("close", () => {
    const tenant = knownPrincipal(request)?.tenant.id;
    const status = response.writableFinished ? response.statusCode : 499;
    span.set({
      "http.route": operationOf(response),
      "http.response.status_code": status,
      ...(tenant === undefined ? {} : { "rapport.tenant.id": tenant }),
    });
    span.end(status >= 500 ? String(status) : undefined);
  });
  span.within(() => next());
};

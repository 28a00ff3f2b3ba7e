import { log } from "#core/log.ts";
import type { FinishedRequest } from "./finished-request.ts";

/** Writes a line for each request at level info: who by id, what by name, how it ended. No path, query, header or body stands in it. */
export function logRequest({ principal, ...finished }: FinishedRequest): void {
  const level = finished.status >= 500 ? "warn" : "info";
  log[level]({ ...finished, tenant: principal?.tenant.id, user: principal?.user }, "request");
}

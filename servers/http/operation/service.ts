import type { Principal } from "#core/principal.ts";
import { logRequest } from "./access-log.ts";
import type { FinishedRequest } from "./finished-request.ts";
import type { DependencyState } from "./health.ts";
import type { Allowed } from "./limit-requests.ts";

/** A request that was refused to somebody known. */
export interface RefusedRequest {
  principal: Principal;
  action: string;
  target: string | undefined;
  outcome: "FORBIDDEN";
  address: string | undefined;
  requestId: string | undefined;
}

/** What a server of many needs beside what it serves; absent parts are left out. */
export interface Service {
  countRequest?: (principal: Principal) => Promise<Allowed>;
  /** Requests a minute of one address that may come without a credential that is right; absent: any number. */
  failuresPerMinute?: number;
  /** Origins of pages that may call from a browser. */
  corsOrigins?: readonly string[];
  dependencies?: () => Promise<Record<string, DependencyState>>;
  auditRefusal?(refused: RefusedRequest): void;
  requestFinished?(finished: FinishedRequest): void;
}

/** Who is told of every request that has ended: the access log, the counters, and the audit log of what was refused. */
export function requestListeners({ auditRefusal, requestFinished }: Service) {
  return [
    logRequest,
    ...(requestFinished ? [requestFinished] : []),
    ({ status, principal, operation: action, target, address, requestId }: FinishedRequest) => {
      if (status === 403 && principal)
        auditRefusal?.({ principal, action, target, outcome: "FORBIDDEN", address, requestId });
    },
  ];
}

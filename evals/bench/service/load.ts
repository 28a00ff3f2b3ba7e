import autocannon, { type Instance, type Result } from "autocannon";
import type { MeasuredOperation, SentRequest } from "./operations.ts";
import type { PreparedWorkspace } from "./prepare-workspace.ts";

export interface LoadOptions {
  urls: readonly string[];
  workspace: PreparedWorkspace;
  operation: MeasuredOperation;
  /** Connections to all servers together, kept open. */
  connections: number;
  seconds: number;
}

/** What a server made of a load: requests a second, and milliseconds from sending to the last byte. */
export interface LoadResult {
  operation: string;
  connections: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers other than 2xx, answers of MCP that say isError, and broken connections. */
  failed: number;
}

/** Sends requests over all connections as fast as they are answered, to every server alike. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { urls, workspace, operation, connections, seconds } = options;
  let turn = 0;
  let failed = 0;
  const times: number[] = [];
  const instances = urls.map((url) => {
    // Its types tell of the promise only.
    const instance = autocannon({
      url,
      connections: Math.ceil(connections / urls.length),
      duration: seconds,
      requests: [
        {
          setupRequest: (request: object) => ({
            ...request,
            ...withBody(operation.request(workspace, turn++)),
          }),
          onResponse: (_status: number, body: string) => {
            if (body.includes('"isError":true')) failed++;
          },
        },
      ],
    }) as Promise<Result> & Instance;
    instance.on("response", (_client: unknown, status: number, _bytes: number, ms: number) => {
      times.push(ms);
      if (status < 200 || status > 299) failed++;
    });
    return instance;
  });
  const results = await Promise.all(instances);
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.floor(q * (times.length - 1))] ?? Number.NaN;
  return {
    operation: operation.name,
    connections,
    perSecond: results.reduce((sum, { requests, duration }) => sum + requests.total / duration, 0),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed: failed + results.reduce((sum, { errors, timeouts }) => sum + errors + timeouts, 0),
  };
}

/** Without a body the library would send that of the request before. */
function withBody(request: SentRequest): SentRequest {
  return { ...request, body: request.body ?? "" };
}

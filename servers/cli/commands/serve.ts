import { log } from "#core/log.ts";
import { compose, type Rapport } from "../../compose/compose.ts";
import { openIdentity } from "../../http/identity/identity.ts";
import { serveHttp } from "../../http/serve.ts";
import { readyAhead } from "../../ready-ahead.ts";

export interface ServeOptions {
  host: string;
  port: number;
  workspace?: string;
  requireKey?: boolean;
  /** Whether jobs are worked on in this process; absent: with the embedded database. */
  worker?: boolean;
}

/**
 * `rapport serve`: HTTP until it is told to stop. Without identity for one workspace on loopback; with it for every workspace that a
 * credential may name.
 */
export async function serve({
  host,
  port,
  workspace,
  requireKey = false,
  worker: wanted,
}: ServeOptions): Promise<void> {
  const rapport = compose();
  const tracing = await startTracing(rapport.config.traceEndpoint);
  try {
    const principal = rapport.principal(workspace);
    const { auth, publicUrl } = rapport.config;
    const required = auth.required || requireKey;
    const { verifyKey, findTenant, findUser } = rapport;
    const identity = openIdentity({
      config: { auth: { ...auth, required }, publicUrl },
      verifyKey,
      findTenant,
      findUser,
      principal,
    });
    const what = identity.isRequired
      ? "every workspace that a credential names"
      : `workspace ${(await principal()).tenant.name}`;
    const { servers, api, inbox, pingDatabase } = rapport;
    const { served, metrics } = await openMetrics(rapport);
    const server = await serveHttp({
      host,
      port,
      servers,
      principal,
      identity,
      api,
      inbox,
      pingDatabase,
      service: served,
    });
    const worker = openWorker(rapport, wanted);
    const callOff = readyAhead(servers, rapport.getReady);
    process.stderr.write(
      `Rapport serves ${what} at ${server.url}/mcp (Ctrl-C stops it). Let in: ${identity.told}.\n`,
    );
    await new Promise<void>((resolve) => {
      process.once("SIGINT", resolve);
      process.once("SIGTERM", resolve);
    });
    callOff();
    // Whoever asks twice does not want to wait.
    const insist = () => void server.close();
    process.once("SIGINT", insist);
    process.once("SIGTERM", insist);
    await Promise.all([server.drain(), worker.then((running) => running?.stop())]);
    await metrics?.close();
  } finally {
    await rapport.close();
    await tracing?.close();
  }
}

/** Traces are sent where an endpoint is configured; else not even their code is loaded. */
async function startTracing(endpoint: string | undefined) {
  if (endpoint === undefined) return undefined;
  return (await import("../../tracing/open-tracing.ts")).openTracing(endpoint);
}

/** Works on jobs in this process, where that is wanted. Requests are served whether or not it can begin. */
async function openWorker(rapport: Rapport, wanted = rapport.databaseKind === "embedded") {
  if (!wanted) return undefined;
  const { startWorker } = await import("../../worker/start-worker.ts");
  const { workedQueues } = await import("../../worker/queues.ts");
  return startWorker(rapport, { queues: workedQueues(rapport) }).catch((error: unknown) => {
    log.error({ err: error }, "no worker could begin: jobs wait");
    return undefined;
  });
}

/** Serves metrics where a port is configured, and lets the server tell of its requests. */
async function openMetrics({ config, service }: Rapport) {
  if (config.metricsPort === undefined) return { served: service, metrics: undefined };
  const { serviceMetrics } = await import("../../http/operation/metrics.ts");
  const { serveMetrics } = await import("../../http/operation/serve-metrics.ts");
  const { registry, ...counted } = serviceMetrics();
  service.watch(counted);
  const { serviceGauges } = await import("../../http/operation/service-gauges.ts");
  serviceGauges(registry, { measure: service.measure, modelStates: service.dependencies });
  const metrics = await serveMetrics(registry, config.metricsPort);
  return { served: { ...service, requestFinished: counted.requestFinished }, metrics };
}

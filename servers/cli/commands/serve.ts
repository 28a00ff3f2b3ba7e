import { compose, type Rapport } from "../../compose/compose.ts";
import { openIdentity } from "../../http/identity/identity.ts";
import { serveHttp } from "../../http/serve.ts";
import { readyAhead } from "../../ready-ahead.ts";

export interface ServeOptions {
  host: string;
  port: number;
  workspace?: string;
  requireKey?: boolean;
}

/**
 * `rapport serve`: HTTP until it is told to stop. Without identity for one workspace on loopback; with it for every workspace that a
 * credential may name.
 */
export async function serve({ host, port, workspace, requireKey = false }: ServeOptions): Promise<void> {
  const rapport = compose();
  try {
    const principal = rapport.principal(workspace);
    const { auth, publicUrl } = rapport.config;
    const required = auth.required || requireKey;
    const { verifyKey, findTenant } = rapport;
    const identity = openIdentity({
      config: { auth: { ...auth, required }, publicUrl },
      verifyKey,
      findTenant,
      principal,
    });
    const what = identity.isRequired
      ? "every workspace that a credential names"
      : `workspace ${(await principal()).tenant.name}`;
    const { servers, api, pingDatabase } = rapport;
    const { served, metrics } = await openMetrics(rapport);
    const server = await serveHttp({
      host,
      port,
      servers,
      principal,
      identity,
      api,
      pingDatabase,
      service: served,
    });
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
    await server.drain();
    await metrics?.close();
  } finally {
    await rapport.close();
  }
}

/** Serves metrics where a port is configured, and lets the server tell of its requests. */
async function openMetrics({ config, service }: Rapport) {
  if (config.metricsPort === undefined) return { served: service, metrics: undefined };
  const { serviceMetrics } = await import("../../http/operation/metrics.ts");
  const { serveMetrics } = await import("../../http/operation/serve-metrics.ts");
  const { registry, ...counted } = serviceMetrics();
  service.watch(counted);
  const metrics = await serveMetrics(registry, config.metricsPort);
  return { served: { ...service, requestFinished: counted.requestFinished }, metrics };
}

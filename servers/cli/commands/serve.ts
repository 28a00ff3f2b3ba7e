import { compose } from "../../compose/compose.ts";
import { serveHttp } from "../../http/serve.ts";
import { readyAhead } from "../../ready-ahead.ts";

/** `rapport serve`: HTTP for one workspace on loopback, until it is told to stop. */
export async function serve(options: { host: string; port: number; workspace?: string }): Promise<void> {
  const rapport = compose();
  try {
    const principal = rapport.principal(options.workspace);
    const { tenant } = await principal();
    const { host, port } = options;
    const { servers, pingDatabase } = rapport;
    const server = await serveHttp({ host, port, servers, principal, pingDatabase });
    const callOff = readyAhead(servers, rapport.getReady);
    process.stderr.write(`Rapport serves workspace ${tenant.name} at ${server.url}/mcp (Ctrl-C stops it)\n`);
    await new Promise<void>((resolve) => {
      process.once("SIGINT", resolve);
      process.once("SIGTERM", resolve);
    });
    callOff();
    await server.close();
  } finally {
    await rapport.close();
  }
}

import { AppError } from "#core/errors.ts";
import { compose } from "../../compose/compose.ts";
import { serveOverStdio } from "../../mcp/stdio.ts";
import { readyAhead } from "../../ready-ahead.ts";

/** `rapport mcp [server]`: serves until the host closes standard input. */
export async function mcp(name: string | undefined, options: { workspace?: string }): Promise<void> {
  const rapport = compose();
  const chosen = name ? rapport.servers.filter((server) => server.name === name) : rapport.servers;
  if (chosen.length === 0) {
    const names = rapport.servers.map((server) => server.name).join(", ");
    throw new AppError("VALIDATION_FAILED", `There is no server ${name}. There is: ${names}.`);
  }
  const callOff = readyAhead(chosen, rapport.getReady);
  await serveOverStdio(chosen, rapport.principal(options.workspace));
  callOff();
  await rapport.close();
}

import { pino } from "pino";
import { logLevel } from "./config.ts";
import { currentTraceId } from "./telemetry.ts";

/** Lines can be found from traces. */
const mixin = () => {
  const traceId = currentTraceId();
  return traceId === undefined ? {} : { traceId };
};

/** The process's log: JSON lines on stderr, because stdout belongs to the MCP protocol or to a command's result. */
export const log = pino(
  { name: "rapport", level: logLevel(), base: { pid: process.pid }, mixin },
  pino.destination({ dest: 2, sync: true }),
);

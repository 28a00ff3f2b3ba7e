import { pino } from "pino";
import { logLevel } from "./config.ts";

/** The process's log: JSON lines on stderr, because stdout belongs to the MCP protocol or to a command's result. */
export const log = pino(
  { name: "rapport", level: logLevel(), base: { pid: process.pid } },
  pino.destination({ dest: 2, sync: true }),
);

import { pino } from "pino";
import { logLevel } from "./config.ts";
import { loggedError } from "./logged-error.ts";
import { currentTraceId } from "./telemetry.ts";

/** Lines can be found from traces. */
const mixin = () => {
  const traceId = currentTraceId();
  return traceId === undefined ? {} : { traceId };
};

/** Headers and fields that are credentials, wherever a line has them. */
const secrets = [
  "authorization",
  "cookie",
  "set-cookie",
  "webhook-signature",
  "x-api-key",
  "apiKey",
  "secret",
  "token",
  "password",
];
const paths = secrets.flatMap((name) => ["", "*", "*.*", "*.*.*"].map((above) => `${above}["${name}"]`));

/** The process's log: JSON lines on stderr, because stdout belongs to the MCP protocol or to a command's result. */
export const log = pino(
  {
    name: "rapport",
    level: logLevel(),
    base: { pid: process.pid },
    mixin,
    redact: { paths, censor: "[redacted]" },
    serializers: { err: loggedError },
  },
  pino.destination({ dest: 2, sync: true }),
);

import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { toAppError } from "#core/errors.ts";
import { log } from "#core/log.ts";

const shownLength = 60;

/** Says which names there are; what was asked for is quoted only in part, however long it is. */
export function unknownName(
  kind: "tool" | "prompt" | "resource",
  asked: string,
  known: Iterable<string>,
): ProtocolError {
  const quoted = JSON.stringify(asked.slice(0, shownLength));
  return new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `There is no ${kind} ${quoted}. The ${kind}s are ${[...known].join(", ")}.`,
  );
}

/** Runs what is not a tool; a failure is told in a caller's words, and only the log has what happened inside. */
export async function orProtocolError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = toAppError(error);
    const internal = known.code === "INTERNAL";
    if (internal) log.error({ err: known.cause }, "MCP request failed");
    throw new ProtocolError(
      internal ? ProtocolErrorCode.InternalError : ProtocolErrorCode.InvalidParams,
      known.message,
    );
  }
}

/** The five-character SQLSTATE of an error that Postgres reported, looking through wrapped errors; undefined for others. */
export function sqlState(error: unknown): string | undefined {
  const code = errorCode(error);
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)) return code;
  return error instanceof Error && error.cause !== undefined ? sqlState(error.cause) : undefined;
}

/** True when the transaction lost against a concurrent one, and trying it again is the remedy. */
export function isSerializationFailure(error: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(error) ?? "");
}

const lostCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ENOENT",
  "ENOTCONN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAGAIN",
]);

/** Server shutting down, starting up or out of slots, terminated for idling; class 08 is connection exceptions. */
const lostStates = /^(57P0[1-3]|53300|25P03|08...)$/;

const lostMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|write after end|Cannot call write after a stream was destroyed)/;

/** True when the connection to the database is gone or could not be made, looking through wrapped errors. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  if (code !== undefined && (lostCodes.has(code) || lostStates.test(code))) return true;
  if (lostMessages.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isConnectionLost)) return true;
  return isConnectionLost(error.cause);
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

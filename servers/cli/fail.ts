import { toAppError } from "#core/errors.ts";

/** Ends a command that failed: one line on stderr that names the fix (JSON with --json), and a status of 1. */
export function failWith(error: unknown): void {
  const { code, message, cause, retryable } = toAppError(error);
  const detail = code === "INTERNAL" && cause instanceof Error ? cause.message : undefined;
  const text = process.argv.includes("--json")
    ? JSON.stringify({ error: { code, message, retryable, ...(detail && { detail }) } })
    : `rapport: ${message}${detail ? ` (${detail})` : ""}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

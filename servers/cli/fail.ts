import { toAppError } from "#core/errors.ts";

/** Ends a command that failed: one line on stderr that names the fix (JSON with --json), and a status of 1. */
export function failWith(error: unknown): void {
  const { code, message, cause, retryable } = toAppError(error);
  const detail = code === "INTERNAL" && cause instanceof Error ? cause.message : undefined;
  // A command has no log to point at: what happened is said here.
  const shown = detail ? `Something failed inside Rapport: ${detail}` : message;
  const text = process.argv.includes("--json")
    ? JSON.stringify({ error: { code, message: shown, retryable } })
    : `rapport: ${shown}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

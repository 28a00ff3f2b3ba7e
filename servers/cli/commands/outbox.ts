import { resolve } from "node:path";
import { AppError } from "#core/errors.ts";
import { streamSafe } from "#core/stream-safe.ts";
import { count, print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

/** `rapport outbox list`. */
export async function listOutbox(options: Shared): Promise<void> {
  await withRapport(async (rapport) => {
    const principal = await rapport.principal(options.workspace)();
    const rows = await rapport.operations.listOutbox(principal);
    print(rows, options, () =>
      rows.length === 0
        ? "The outbox is empty. `rapport drafts` shows what waits for a decision."
        : textTable(
            ["approved", "to", "subject", "status", "message id"],
            rows.map(({ createdAt, recipients, subject, status, messageId, lastError }) => [
              createdAt.toISOString().slice(0, 16),
              shown(recipients.to.join(", "), 40),
              shown(subject, 50),
              lastError === null ? status : `${status}: ${shown(lastError, 60)}`,
              messageId,
            ]),
            5,
          ).join("\n"),
    );
  });
}

/** `rapport outbox export`: at least once; a file that is there already is replaced by the same. */
export async function exportOutbox(
  folder: string,
  { again = false, ...options }: Shared & { again?: boolean },
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const path = resolve(folder);
    const { handedOn, failed } = await rapport.operations.exportOutbox(principal, {
      folder: path,
      again,
      signal,
    });
    const messages = (rows: readonly { messageId: string }[]) => rows.map(({ messageId }) => messageId);
    print(
      {
        folder: path,
        handed_on: messages(handedOn),
        failed: failed.map(({ row, error }) => ({ message_id: row.messageId, error })),
      },
      options,
      () =>
        handedOn.length === 0 && failed.length === 0
          ? "Nothing is due. --again writes what was handed on before."
          : `${count(handedOn.length)} written to ${path} as .eml.`,
    );
    const [first] = failed;
    if (first) throw new AppError("NOT_READY", `${count(failed.length)} not written: ${first.error}.`);
  });
}

function shown(text: string, length: number): string {
  const line = streamSafe(text).replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

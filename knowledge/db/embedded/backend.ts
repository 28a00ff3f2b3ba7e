import type { PGlite } from "@electric-sql/pglite";
import { createGate, type Gate } from "./gate.ts";
import { type BackendStatus, createStatusScanner } from "./status-scanner.ts";
import { greeting, query, sync } from "./wire.ts";

/** The one session that all clients of an embedded database take turns with. */
export interface Backend {
  gate: Gate<object>;
  /** What a new client is told. */
  greeting: Buffer;
  /**
   * Runs whole wire messages and hands on what the backend answers. Only for the gate's holder.
   * @throws when the backend itself broke: it must not be used again.
   */
  run(messages: Buffer, answer?: (chunk: Buffer) => void): Promise<BackendStatus>;
  /** Ends whatever transaction the gate's holder left open, and forgets its settings. */
  reset(): Promise<void>;
}

/** Puts a gate before a PGlite. */
export async function createBackend(database: PGlite): Promise<Backend> {
  const run: Backend["run"] = async (messages, answer) => {
    const scanner = createStatusScanner();
    await database.execProtocolRawStream(messages, {
      onRawData: (data) => {
        // Copied because the memory that PGlite shows is reused by what it runs next.
        const chunk = Buffer.from(data);
        scanner.scan(chunk);
        answer?.(chunk);
      },
    });
    return scanner.status();
  };
  const reset = Buffer.concat([sync, query("ROLLBACK"), query("DISCARD ALL")]);
  return {
    gate: createGate(),
    greeting: greeting(await readParameters(database)),
    run,
    reset: async () => {
      await run(reset);
    },
  };
}

async function readParameters(database: PGlite): Promise<Record<string, string>> {
  const { rows } = await database.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'server_encoding', 'client_encoding',
       'DateStyle', 'TimeZone', 'IntervalStyle', 'integer_datetimes', 'standard_conforming_strings')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

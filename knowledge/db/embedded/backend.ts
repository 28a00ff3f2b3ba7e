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
  /** Before the gate's new holder begins a transaction: on a full disk it may only read (SQLSTATE 25006 for what it writes). */
  admit(): Promise<void>;
  /** Ends whatever transaction the gate's holder left open, and forgets its settings. */
  reset(): Promise<void>;
}

/** As an error begins that leaves the backend in no state to go on, such as a write-ahead log that cannot be written. */
const panic = "SPANIC\0VPANIC\0";

/** Puts a gate before a PGlite. @param hasRoom whether there is room on the disk for writes */
export async function createBackend(database: PGlite, hasRoom: () => boolean = () => true): Promise<Backend> {
  let mayWrite = true;
  const run: Backend["run"] = async (messages, answer) => {
    const scanner = createStatusScanner();
    let broke = false;
    await database.execProtocolRawStream(messages, {
      onRawData: (data) => {
        // Copied because the memory that PGlite shows is reused by what it runs next.
        const chunk = Buffer.from(data);
        scanner.scan(chunk);
        broke ||= chunk.includes(panic);
        answer?.(chunk);
      },
    });
    if (broke) throw new Error("the backend panicked");
    return scanner.status();
  };
  const reset = Buffer.concat([sync, query("ROLLBACK"), query("DISCARD ALL")]);
  return {
    gate: createGate(),
    greeting: greeting(await readParameters(database)),
    run,
    admit: async () => {
      const wanted = hasRoom();
      if (wanted === mayWrite) return;
      await run(query(`SET default_transaction_read_only = ${wanted ? "off" : "on"}`));
      mayWrite = wanted;
    },
    reset: async () => {
      await run(reset);
      mayWrite = true;
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

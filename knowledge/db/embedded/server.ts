import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { parseArgs } from "node:util";
import { log } from "#core/log.ts";
import { createBackend } from "./backend.ts";
import { openDataFolder } from "./data-folder.ts";
import { watchDisk } from "./disk-room.ts";
import { type OwnerLock, takeOwnerLock } from "./owner-lock.ts";
import { writeOwnerRecord } from "./owner-record.ts";
import { embeddedPaths, makeSocketFolder, socketAddress } from "./paths.ts";
import { serveClient } from "./serve-client.ts";
import { keepTidy } from "./tidy.ts";

// The process that owns a home's embedded database: node server.ts HOME [--idle MILLISECONDS]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { idle: { type: "string", default: "30000" }, patience: { type: "string", default: "60000" } },
});
const home = positionals[0];
if (!home) throw new Error("usage: node server.ts HOME [--idle MILLISECONDS]");

const note = log.child({ home }, { level: "info" });

const lock = takeOwnerLock(embeddedPaths(home).lock);
if (lock) await own(home, lock).catch(breakDown);

async function own(home: string, lock: OwnerLock): Promise<void> {
  const address = socketAddress(home);
  const database = await openDataFolder(embeddedPaths(home).data);
  const hasRoom = watchDisk(home);
  const backend = await createBackend(database, hasRoom);
  const clients = new Set<Socket>();
  let idle: NodeJS.Timeout | undefined;

  const server = createServer((socket) => {
    clearTimeout(idle);
    clients.add(socket);
    socket.on("error", () => socket.destroy());
    serveClient(socket, backend, { idleInTransaction: Number(values.patience) })
      .catch(breakDown)
      .finally(() => {
        clients.delete(socket);
        if (clients.size === 0) waitForClients(Number(values.idle));
      });
  });

  const waitForClients = (patience: number) => {
    clearTimeout(idle);
    idle = setTimeout(() => stop("idle"), patience);
  };

  const stopTidying = keepTidy(database, backend.gate, hasRoom);
  let stopping = false;
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    stopTidying();
    server.close();
    for (const socket of clients) socket.destroy();
    await backend.gate.acquire(server);
    await database.close();
    rmSync(embeddedPaths(home).owner, { force: true });
    lock.release();
    note.info({ reason }, "database closed");
    process.exit(0);
  };

  makeSocketFolder(address);
  rmSync(address, { force: true });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(address, listening);
  });
  writeOwnerRecord(home, { pid: process.pid, startedAt: new Date().toISOString(), address });
  note.info("database open");
  // Whoever started this looks for it a few times a second.
  waitForClients(Math.max(Number(values.idle), 5_000));
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
}

/** A backend that failed may hold half a transaction in memory: the next owner recovers from what is on disk. */
function breakDown(error: unknown): never {
  note.fatal(error, "the database broke down");
  process.exit(1);
}

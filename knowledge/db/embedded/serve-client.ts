import type { Socket } from "node:net";
import type { Backend } from "./backend.ts";
import { type ClientMessage, createMessageReader } from "./message-reader.ts";
import type { BackendStatus } from "./status-scanner.ts";
import { copyFail, fatal, requestCode } from "./wire.ts";

/** How a client's connection goes on after a message. */
type Next = "continue" | "end";

interface Options {
  /** Milliseconds that a client may keep others waiting between two statements of a transaction. */
  idleInTransaction: number;
}

/**
 * Speaks with one client until it goes. It holds the backend from its first statement until the backend says that
 * no transaction is open; a client that vanishes in between is rolled back.
 * @throws when the backend broke; never because of the client.
 */
export async function serveClient(socket: Socket, backend: Backend, options: Options): Promise<void> {
  const conversation = converse(socket, backend, options);
  const reader = createMessageReader();
  try {
    for await (const chunk of incoming(socket)) {
      for (const message of reader.push(chunk)) {
        const next = message.type ? await conversation.hear(message) : greet(socket, backend, message.bytes);
        if (next === "end") return;
        if (next === "started") reader.startUpDone();
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    socket.write(fatal("08P01", `Not a Postgres message: ${error.message}`));
  } finally {
    await conversation.leave();
    socket.destroySoon();
  }
}

/** The bytes a client sends; ends, without an error, when the connection does. */
async function* incoming(socket: Socket): AsyncGenerator<Buffer> {
  const chunks = socket.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of chunks) yield chunk;
  } catch (error) {
    if (!socket.destroyed) throw error;
  }
}

function greet(socket: Socket, backend: Backend, packet: Buffer): Next | "started" {
  const code = packet.length >= 8 ? packet.readInt32BE(4) : 0;
  if (code === requestCode.ssl || code === requestCode.gssEncryption) {
    socket.write("N");
    return "continue";
  }
  if (code >> 16 !== 3) {
    if (code !== requestCode.cancel) socket.write(fatal("0A000", "This server speaks protocol 3.0"));
    return "end";
  }
  socket.write(backend.greeting);
  return "started";
}

function converse(socket: Socket, backend: Backend, { idleInTransaction }: Options) {
  const me = {};
  const batch: Buffer[] = [];
  let mayCopy = false;
  let used = false;
  let patience: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    const messages = batch.length === 1 && batch[0] ? batch[0] : Buffer.concat(batch);
    batch.length = 0;
    clearTimeout(patience);
    const enters = !backend.gate.holds(me);
    await backend.gate.acquire(me);
    used = true;
    if (enters) await backend.admit();
    socket.cork();
    const status = await backend.run(messages, (chunk) => socket.write(chunk));
    socket.uncork();
    settle(status);
    await drained(socket);
  };

  const settle = (status: BackendStatus): void => {
    if (status === "idle") backend.gate.release(me);
    else patience = setTimeout(losePatience, idleInTransaction);
  };

  const losePatience = (): void => {
    if (backend.gate.contended()) {
      socket.end(fatal("25P03", "The transaction was idle while others waited; it is rolled back"));
      socket.destroySoon();
    } else patience = setTimeout(losePatience, idleInTransaction);
  };

  const hear = async ({ type, bytes }: ClientMessage): Promise<Next> => {
    switch (type) {
      case "Q":
        batch.push(bytes);
        if (mentionsCopy(bytes)) batch.push(copyFail);
        await run();
        return "continue";
      case "P":
        mayCopy ||= mentionsCopy(bytes);
        batch.push(bytes);
        return "continue";
      case "E":
        batch.push(bytes);
        if (mayCopy) batch.push(copyFail);
        return "continue";
      case "B":
      case "C":
      case "D":
        batch.push(bytes);
        return "continue";
      case "H":
      case "S":
        batch.push(bytes);
        await run();
        return "continue";
      case "c":
      case "d":
      case "f":
        // COPY was refused before its data came.
        return "continue";
      case "X":
        return "end";
      default:
        // PGlite never returns from a message type that it does not know.
        socket.write(fatal("08P01", "This message type is not supported"));
        return "end";
    }
  };

  const leave = async (): Promise<void> => {
    clearTimeout(patience);
    if (!used) return;
    await backend.gate.acquire(me);
    await backend.reset();
    backend.gate.release(me);
  };

  return { hear, leave };
}

/** COPY FROM STDIN would end PGlite's process when its data do not follow at once. */
function mentionsCopy(statement: Buffer): boolean {
  return /copy/i.test(statement.toString("latin1"));
}

async function drained(socket: Socket): Promise<void> {
  if (!socket.writableNeedDrain) return;
  await new Promise<void>((resume) => {
    socket.once("drain", resume);
    socket.once("close", resume);
  });
}

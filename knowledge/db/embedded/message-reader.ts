/** One message of a client: its type letter ("" for a start-up packet) and all its bytes, header included. */
export interface ClientMessage {
  type: string;
  bytes: Buffer;
}

/** Cuts a client's byte stream into messages; a big one is put together once, when its last piece is there. */
export interface MessageReader {
  /** Yields each message that is complete now. @throws RangeError on a length that no message has. */
  push(chunk: Buffer): Generator<ClientMessage>;
  /** From now on messages have types: start-up packets have none. */
  startUpDone(): void;
}

const longestStartUp = 10_000;
const longestMessage = 512 * 1024 * 1024;

/** Makes a reader for a new connection. */
export function createMessageReader(): MessageReader {
  let chunks: Buffer[] = [];
  let size = 0;
  let typeBytes = 0;

  const peek = (bytes: number): Buffer => {
    let first = chunks[0] ?? Buffer.alloc(0);
    for (let i = 1; first.length < bytes; i++) first = Buffer.concat([first, chunks[i] ?? Buffer.alloc(0)]);
    return first;
  };

  const nextLength = (): number => {
    if (size < typeBytes + 4) return Number.POSITIVE_INFINITY;
    const length = peek(typeBytes + 4).readInt32BE(typeBytes);
    if (length < 4 || length > (typeBytes ? longestMessage : longestStartUp)) {
      throw new RangeError(`a message cannot have ${length} bytes`);
    }
    return typeBytes + length;
  };

  return {
    *push(chunk) {
      chunks.push(chunk);
      size += chunk.length;
      for (let length = nextLength(); size >= length; length = nextLength()) {
        const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
        chunks = all.length > length ? [all.subarray(length)] : [];
        size = all.length - length;
        const bytes = all.subarray(0, length);
        yield { type: typeBytes ? String.fromCharCode(bytes[0] ?? 0) : "", bytes };
      }
    },
    startUpDone: () => {
      typeBytes = 1;
    },
  };
}

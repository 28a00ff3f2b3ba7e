import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#core/errors.ts";

/** Bytes to import, readable from the start as often as needed: a column is typed before any row is stored. */
export interface Source {
  /** The file's name without its folder; it is kept in the history of what is imported. */
  name: string;
  /** Bytes, where known. */
  size: number | undefined;
  open(): AsyncIterable<Uint8Array>;
}

const chunkSize = 256 * 1024;

/** A file on disk. @throws AppError NOT_FOUND when it is missing, VALIDATION_FAILED when it is no file. */
export function fileSource(path: string): Source {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new AppError("NOT_FOUND", `There is no file ${path}. Check the path.`);
  if (stats.isDirectory()) {
    throw new AppError("VALIDATION_FAILED", `${path} is a folder. Name the file to import.`);
  }
  const size = stats.isFile() ? stats.size : undefined;
  return { name: basename(path), size, open: () => createReadStream(path, { highWaterMark: chunkSize }) };
}

/** Text already in memory, as UTF-8. */
export function textSource(name: string, text: string): Source {
  return bytesSource(name, Buffer.from(text));
}

/** Bytes already in memory, in whatever encoding they came. */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
    },
  };
}

/** The same source, telling how many bytes of it have been read since it was last opened. */
export function counted(source: Source, onRead: (bytes: number) => void): Source {
  return {
    ...source,
    async *open() {
      let bytes = 0;
      for await (const chunk of source.open()) {
        bytes += chunk.length;
        onRead(bytes);
        yield chunk;
      }
    },
  };
}

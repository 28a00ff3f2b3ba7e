import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { emlOf } from "../eml/eml.ts";
import type { Transport } from "./transport.ts";

/**
 * Writes each message as an .eml file into a folder, which is made. A file has the name of its Message-ID: one that is handed over again
 * takes the place of the same.
 */
export function folderTransport(folder: string): Transport {
  return {
    hand: async (message) => {
      const path = join(folder, `${message.messageId.replace(/[^\w.@+-]+/g, "_").slice(0, 200)}.eml`);
      try {
        await mkdir(folder, { recursive: true });
        // Whole or not at all: a mail program may be watching the folder.
        await writeFile(`${path}.part`, emlOf(message));
        await rename(`${path}.part`, path);
        return { handedOn: true };
      } catch (error) {
        return {
          handedOn: false,
          error: `${path} cannot be written (${error instanceof Error ? error.message : error})`,
        };
      }
    },
  };
}

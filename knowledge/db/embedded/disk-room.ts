import { statfsSync } from "node:fs";

/** Kept for the write-ahead log and whatever is under way, three of its segments: without it the backend ends in the middle of a statement. */
const leastBytes = 48 * 1024 * 1024;
const everyMs = 250;

/** Tells whether the disk below a folder has room for writes; looks a few times a second at most. */
export function watchDisk(folder: string): () => boolean {
  let hasRoom = true;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - lookedAt < everyMs) return hasRoom;
    lookedAt = now;
    const { bavail, bsize } = statfsSync(folder);
    hasRoom = bavail * bsize >= leastBytes;
    return hasRoom;
  };
}

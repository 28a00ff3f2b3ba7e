import { readFileSync } from "node:fs";

/** The most memory that a process has held, in GB; null where the system does not tell (it is read from /proc). */
export function peakMemory(pid: number | "self"): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 2 ** 20;
  } catch {
    return null;
  }
}

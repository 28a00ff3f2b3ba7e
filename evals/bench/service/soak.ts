import { readFileSync } from "node:fs";
import { load } from "./load.ts";
import { measuredOperations } from "./operations.ts";
import type { PreparedWorkspace } from "./prepare-workspace.ts";

interface Soak {
  urls: readonly string[];
  pids: readonly number[];
  workspace: PreparedWorkspace;
  minutes: number;
  onProgress(text: string): void;
}

/** What the servers' processes hold at a moment. */
export interface MemorySample {
  [key: string]: number;
  minute: number;
  /** Resident memory of all servers together, MB. */
  residentMb: number;
}

/** Sends every kind of request in turn for so long, and reads after each round how much memory the servers hold. */
export async function soak({ urls, pids, workspace, minutes, onProgress }: Soak): Promise<MemorySample[]> {
  const samples: MemorySample[] = [];
  const began = Date.now();
  const passed = () => (Date.now() - began) / 60_000;
  while (passed() < minutes) {
    for (const operation of measuredOperations) {
      await load({ urls, workspace, operation, connections: 20, seconds: 3 });
    }
    const sample = { minute: Number(passed().toFixed(1)), residentMb: residentMb(pids) };
    onProgress(`after ${sample.minute} minutes the servers hold ${sample.residentMb} MB`);
    samples.push(sample);
  }
  return samples;
}

/** As Linux tells it; 0 elsewhere. */
function residentMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1_024);
}

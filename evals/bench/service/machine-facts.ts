import { cpus, totalmem } from "node:os";

/** On what it was measured. */
export interface MachineFacts {
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  platform: string;
  at: string;
}

export function machineFacts(): MachineFacts {
  const all = cpus();
  return {
    cpu: all[0]?.model ?? "unknown",
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    at: new Date().toISOString(),
  };
}

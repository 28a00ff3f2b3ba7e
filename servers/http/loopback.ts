const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** Whether an address to listen on is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** Whether an address to listen on is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

/** Whether a connection comes from this machine. */
export function isLoopbackAddress(address: string): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(address);
}

/** Where a backend stands: "pending" until it has answered a Sync, then as ReadyForQuery says. */
export type BackendStatus = "pending" | "idle" | "transaction" | "failed";

const statuses: Record<string, BackendStatus> = { I: "idle", T: "transaction", E: "failed" };

const readyForQueryLength = 6;

/** Follows a backend's output from message to message, and knows the status it last announced. */
export interface StatusScanner {
  scan(chunk: Buffer): void;
  status(): BackendStatus;
}

/** Makes a scanner that stands at the beginning of a message. */
export function createStatusScanner(): StatusScanner {
  let status: BackendStatus = "pending";
  let skip = 0;
  let held = Buffer.alloc(0);
  return {
    scan: (chunk) => {
      const data = held.length ? Buffer.concat([held, chunk]) : chunk;
      let at = skip;
      while (at + readyForQueryLength <= data.length) {
        if (data[at] === 0x5a) status = statuses[String.fromCharCode(data[at + 5] ?? 0)] ?? "pending";
        at += 1 + data.readInt32BE(at + 1);
      }
      skip = Math.max(0, at - data.length);
      held = Buffer.from(data.subarray(at));
    },
    status: () => status,
  };
}

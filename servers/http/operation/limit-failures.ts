import { hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AppError } from "#core/errors.ts";
import type { Authenticate } from "../authenticate.ts";

export interface FailureLimit {
  /** Requests a minute of one address that may fail to say who sends them. */
  perMinute: number;
  /** Whether requests of an address are counted at all; all are by default. */
  counts?: (address: string) => boolean;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const minuteMs = 60_000;
/** Addresses, and credentials, that are remembered: memory stays bounded whoever comes. */
const remembered = 20_000;

/**
 * Lets an address try so many wrong credentials a minute; then its requests are refused unread, but for those whose very credential was
 * right lately: behind a proxy all come from one address, and nobody shall shut the others out.
 * @throws AppError RATE_LIMIT_EXCEEDED
 */
export function limitFailures(
  authenticate: Authenticate,
  { perMinute, counts = () => true, now = Date.now }: FailureLimit,
): Authenticate {
  let minute = 0;
  let failures = new Map<string, number>();
  const right = new Set<string>();
  return async (request) => {
    const from = networkOf(request.socket.remoteAddress ?? "");
    if (!counts(from)) return authenticate(request);
    const current = Math.floor(now() / minuteMs);
    if (current !== minute) {
      minute = current;
      failures = new Map();
    }
    const failed = failures.get(from) ?? 0;
    if (failed >= perMinute && !right.has(digestOf(request))) throw tooMany(perMinute);
    try {
      const principal = await authenticate(request);
      remember(right, digestOf(request));
      return principal;
    } catch (error) {
      if (error instanceof AppError && error.code === "UNAUTHENTICATED") {
        forgetOldest(failures);
        failures.set(from, (failures.get(from) ?? 0) + 1);
        right.delete(digestOf(request));
      }
      throw error;
    }
  };
}

function tooMany(perMinute: number): AppError {
  return new AppError(
    "RATE_LIMIT_EXCEEDED",
    `More than ${perMinute} requests of this address within a minute had no credential that is right. Send one that is, in a minute.`,
    { retryable: true },
  );
}

function remember(right: Set<string>, digest: string): void {
  right.delete(digest);
  forgetOldest(right);
  right.add(digest);
}

/** Maps and sets keep the order in which things came. */
function forgetOldest(held: { size: number; keys(): Iterator<string>; delete(key: string): boolean }): void {
  if (held.size < remembered) return;
  const { value } = held.keys().next();
  if (value !== undefined) held.delete(value);
}

function digestOf({ headers }: IncomingMessage): string {
  return hash("sha256", headers.authorization ?? "", "base64");
}

/** One sender has all of an IPv6 network of 64 bits. */
function networkOf(address: string): string {
  if (address.startsWith("::ffff:")) return address.slice("::ffff:".length);
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const given = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - given.length - after.length }, () => "0");
  return [...given, ...zeros, ...after].slice(0, 4).join(":");
}

import type { IncomingMessage } from "node:http";
import { beforeEach, describe, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Authenticate } from "../authenticate.ts";
import { limitFailures } from "./limit-failures.ts";

const ada: Principal = { tenant: { id: "t", name: "mills" }, user: "ada", roles: ["ADMIN"] };
let asked: number;
let now: number;
let valid: Set<string>;
let authenticate: Authenticate;

beforeEach(() => {
  asked = 0;
  now = 60_000_000;
  valid = new Set(["Bearer good", "Bearer other"]);
  const known: Authenticate = async ({ headers }) => {
    asked++;
    if (valid.has(headers.authorization ?? "")) return ada;
    throw new AppError("UNAUTHENTICATED", "Send a key.");
  };
  authenticate = limitFailures(known, {
    perMinute: 3,
    now: () => now,
    counts: (from) => from !== "127.0.0.1",
  });
});

const from = (address: string, authorization = "Bearer wrong") =>
  authenticate({ headers: { authorization }, socket: { remoteAddress: address } } as IncomingMessage).then(
    () => "in",
    (error: AppError) => error.code,
  );
const flood = async (address: string, times = 3) => {
  for (let n = 0; n < times; n++) await from(address, `Bearer ${n}`);
};

test("an address that fails too often is refused without a look, until the minute ends", async () => {
  await flood("203.0.113.7");
  expect(await from("203.0.113.7")).toBe("RATE_LIMIT_EXCEEDED");
  expect(asked).toBe(3);
  now += 60_000;
  expect(await from("203.0.113.7")).toBe("UNAUTHENTICATED");
});

test("a credential that was right lately goes on through the flood, one that was revoked does not", async () => {
  expect(await from("203.0.113.7", "Bearer good")).toBe("in");
  await flood("203.0.113.7");
  expect(await from("203.0.113.7", "Bearer good")).toBe("in");
  expect(await from("203.0.113.7", "Bearer other")).toBe("RATE_LIMIT_EXCEEDED");
  valid.delete("Bearer good");
  expect(await from("203.0.113.7", "Bearer good")).toBe("UNAUTHENTICATED");
  expect(await from("203.0.113.7", "Bearer good")).toBe("RATE_LIMIT_EXCEEDED");
});

describe("addresses", () => {
  test.each([
    ["another one is not concerned", "203.0.113.7", "203.0.113.8", "UNAUTHENTICATED"],
    ["IPv4 within IPv6 is the same", "203.0.113.7", "::ffff:203.0.113.7", "RATE_LIMIT_EXCEEDED"],
    ["a network of 64 bits is one sender", "2001:db8:1:2::5", "2001:db8:1:2:9:9:9:9", "RATE_LIMIT_EXCEEDED"],
    ["the network beside it is another", "2001:db8:1:2::5", "2001:db8:1:3::5", "UNAUTHENTICATED"],
    ["those that are not counted never are", "127.0.0.1", "127.0.0.1", "UNAUTHENTICATED"],
  ])("%s", async (_what, flooding, other, outcome) => {
    await flood(flooding);
    expect(await from(other)).toBe(outcome);
  });
});

test("those who are known never count", async () => {
  for (let n = 0; n < 10; n++) expect(await from("203.0.113.7", "Bearer good")).toBe("in");
  expect(await from("203.0.113.7", "Bearer wrong")).toBe("UNAUTHENTICATED");
});

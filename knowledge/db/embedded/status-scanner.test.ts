import { expect, test } from "vitest";
import { createStatusScanner } from "./status-scanner.ts";
import { message } from "./wire.ts";

const complete = message("C", "SELECT 1");
const inTransaction = message("Z", Buffer.from("T"));
// Row data may look like any message.
const disguised = message("D", Buffer.concat([inTransaction, message("Z", Buffer.from("I"))]));

test.each([
  ["pending", [complete]],
  ["pending", [disguised]],
  ["transaction", [message("1"), complete, inTransaction]],
  ["failed", [inTransaction, message("E", "x"), message("Z", Buffer.from("E"))]],
  ["idle", [complete, message("Z", Buffer.from("I"))]],
])("is %s, wherever the output is cut", (status, messages) => {
  const output = Buffer.concat(messages);
  for (const size of [1, 2, 5, 6, 11, 1_000]) {
    const scanner = createStatusScanner();
    for (let at = 0; at < output.length; at += size) scanner.scan(output.subarray(at, at + size));
    expect(scanner.status()).toBe(status);
  }
});

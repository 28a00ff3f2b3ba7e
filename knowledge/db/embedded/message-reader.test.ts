import { expect, test } from "vitest";
import { createMessageReader } from "./message-reader.ts";
import { message, query } from "./wire.ts";

const startUp = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);
const stream = Buffer.concat([startUp, query("SELECT 1"), message("S"), message("d", Buffer.alloc(300, 7))]);

test.each([1, 2, 3, 5, 7, 64, 1_000])("cuts messages out of pieces of %i bytes", (size) => {
  const reader = createMessageReader();
  const read: string[] = [];
  const bytes: Buffer[] = [];
  for (let at = 0; at < stream.length; at += size) {
    for (const next of reader.push(stream.subarray(at, at + size))) {
      read.push(next.type);
      bytes.push(next.bytes);
      reader.startUpDone();
    }
  }
  expect(read).toEqual(["", "Q", "S", "d"]);
  expect(Buffer.concat(bytes)).toEqual(stream);
});

test.each([0, 3, -1, 20_000])("refuses a start-up packet of %i bytes", (length) => {
  const packet = Buffer.alloc(8);
  packet.writeInt32BE(length);
  expect(() => [...createMessageReader().push(packet)]).toThrow(RangeError);
});

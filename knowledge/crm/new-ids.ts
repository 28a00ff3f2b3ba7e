import { randomBytes } from "node:crypto";

/** Fresh ids in ascending order (UUID version 7, RFC 9562 §5.7): rows made together stand together in an index. */
export function newIds(count: number): string[] {
  const random = randomBytes(8 * count);
  const start = Date.now();
  return Array.from({ length: count }, (_, index) => {
    // 12 bits count within one millisecond; beyond 4,096 ids the time itself runs ahead.
    const time = (start + (index >> 12)).toString(16).padStart(12, "0");
    const counter = (0x7000 | (index & 0xfff)).toString(16);
    const tail = random.subarray(8 * index, 8 * index + 8);
    tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
    const rest = tail.toString("hex");
    return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  });
}

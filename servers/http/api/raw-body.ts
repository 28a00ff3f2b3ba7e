import type { Request } from "express";
import type { RawBody } from "./operation.ts";

/**
 * A request's body as it arrives, never more than the limit.
 * @throws (with the status that is answered) for another type, a compressed one, or one that is larger
 */
export function rawBody(request: Request, { types, limit }: RawBody): AsyncIterable<Uint8Array> {
  const { "content-encoding": encoding = "identity", "content-length": length } = request.headers;
  if (request.is([...types]) === false || encoding !== "identity") {
    throw refused(415, `Send the file uncompressed, as ${types.join(" or ")}.`);
  }
  if (Number(length ?? 0) > limit) throw tooLarge(limit);
  return limited(request, limit);
}

async function* limited(request: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of request) {
    total += chunk.length;
    if (total > limit) throw tooLarge(limit);
    yield chunk;
  }
}

const tooLarge = (limit: number) =>
  refused(413, `The file is larger than ${limit / 1e6} MB. Send it in parts.`);

/** `told` is what the sender may see. */
function refused(status: number, told: string): Error {
  return Object.assign(new Error(told), { status, told });
}

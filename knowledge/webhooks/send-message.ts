import { request as requestPlainly } from "node:http";
import { request } from "node:https";
import type { LookupFunction } from "node:net";
import type { HostAddress } from "./target-address.ts";

export interface OutgoingMessage {
  url: URL;
  /** Of the host, already checked: to one of these it is sent, whatever its name leads to now. */
  addresses: readonly HostAddress[];
  headers: Record<string, string>;
  body: string;
}

/** Milliseconds for all: connecting, sending, waiting for the answer's head. */
const timeLimitMs = 10_000;

/** Sends one POST and returns the answer's status; redirects are not followed and the answer's body is not read. @throws when there is no answer. */
export function sendMessage({ url, addresses, headers, body }: OutgoingMessage): Promise<number> {
  const post = url.protocol === "http:" ? requestPlainly : request;
  return new Promise((resolve, reject) => {
    const sent = post(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
        lookup: answering(addresses),
        // A kept connection could lead to an address that another check let through.
        agent: false,
        signal: AbortSignal.timeout(timeLimitMs),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

function answering(addresses: readonly HostAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else if (first) callback(null, first.address, first.family);
    else callback(new Error("no address"), "", 4);
  };
}

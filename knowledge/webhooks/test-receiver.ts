import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export interface Taken {
  headers: Record<string, string>;
  body: string;
  path: string;
}

export interface Receiver {
  url: string;
  taken: Taken[];
  /** What it answers from now on; a function is asked for each message. */
  answer: number | (() => number);
  close(): Promise<void>;
}

/** A receiver of webhooks on a free port of loopback. */
export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: "", taken: [], answer: 204, close: async () => {} };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      receiver.taken.push({ headers, body: Buffer.concat(pieces).toString(), path: request.url ?? "" });
      const status = typeof receiver.answer === "number" ? receiver.answer : receiver.answer();
      response
        .writeHead(status, status === 302 ? { location: `${receiver.url}/elsewhere` } : {})
        .end("x".repeat(10));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  receiver.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return receiver;
}

/** Verifies a message as a receiver does. @throws when it is not signed with the secret */
export function verified({ body, headers }: Taken, secret: string): unknown {
  return new Webhook(secret).verify(body, headers);
}

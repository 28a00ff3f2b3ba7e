import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

/** What other systems were told. */
export interface WebhookReceiver {
  url: string;
  /** From then on signatures are checked. */
  trust(secret: string): void;
  /** Ids of records by type of event, each as often as it was told in different messages. */
  told(type: string): string[];
  /** Messages whose signature was wrong. */
  unsigned(): number;
  /** webhook-ids that came with two bodies. */
  changed(): string[];
  messages(): number;
  close(): Promise<void>;
}

interface Message {
  type: string;
  data: { records: { id: string }[] };
}

/** Takes whatever is sent, and keeps it. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const bodies = new Map<string, string>();
  const changed = new Set<string>();
  let webhook: Webhook | undefined;
  let unsigned = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const id = String(request.headers["webhook-id"]);
    try {
      webhook?.verify(body, request.headers as Record<string, string>);
    } catch {
      unsigned++;
    }
    const before = bodies.get(id);
    if (before !== undefined && before !== body) changed.add(id);
    bodies.set(id, body);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    trust: (secret) => {
      webhook = new Webhook(secret);
    },
    told: (type) =>
      [...bodies.values()]
        .map((body): Message => JSON.parse(body))
        .filter((message) => message.type === type)
        .flatMap(({ data }) => data.records.map(({ id }) => id)),
    unsigned: () => unsigned,
    changed: () => [...changed],
    messages: () => bodies.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

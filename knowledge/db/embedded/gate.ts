/** Lets one client at a time use the one backend, in the order they came. */
export interface Gate<Client extends object> {
  /** Resolves when the client holds the gate; at once if it does already. */
  acquire(client: Client): Promise<void>;
  /** Lets the next one in; does nothing unless the client holds the gate. */
  release(client: Client): void;
  holds(client: Client): boolean;
  /** True while somebody waits. */
  contended(): boolean;
}

/** Makes an open gate. */
export function createGate<Client extends object>(): Gate<Client> {
  let holder: Client | undefined;
  const waiting: { client: Client; enter: () => void }[] = [];
  return {
    acquire: async (client) => {
      if (holder === client) return;
      if (!holder) {
        holder = client;
        return;
      }
      await new Promise<void>((enter) => waiting.push({ client, enter }));
    },
    release: (client) => {
      if (holder !== client) return;
      const next = waiting.shift();
      holder = next?.client;
      next?.enter();
    },
    holds: (client) => holder === client,
    contended: () => waiting.length > 0,
  };
}

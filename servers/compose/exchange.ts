import type { Config } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { openSecrets } from "#knowledge/secrets/secrets.ts";
import type { WebhookPorts } from "#knowledge/webhooks/endpoints.ts";
import type { MessageQuery } from "#knowledge/webhooks/messages.ts";
import type { IncomingMessage, VerifiedMessage } from "#knowledge/webhooks/receive-message.ts";

/** What webhooks and stored secrets are made of; code is loaded when it is called. */
export function openExchange(config: Config, db: Database) {
  const ports: WebhookPorts = { secrets: openSecrets(config), networks: config.webhookNetworks };
  const receiving = () => import("#knowledge/webhooks/receive-message.ts");
  return {
    ports,
    /** Takes messages that other systems send. */
    inbox: {
      verify: async (message: IncomingMessage) =>
        (await receiving()).verifyMessage(db, ports.secrets, message),
      store: async (message: VerifiedMessage) => (await receiving()).storeMessage(db, message),
    },
    operations: {
      /** @param event `seq` of the event. @returns the ids of the messages to deliver. */
      fanOut: async ({ tenant }: Principal, event: number) =>
        (await import("#knowledge/webhooks/fan-out.ts")).fanOut(db, { tenant: tenant.id, event }),
      deliver: async ({ tenant }: Principal, delivery: { id: string; isLast: boolean }) =>
        (await import("#knowledge/webhooks/deliver.ts")).deliver(
          db,
          { tenant: tenant.id, ...delivery },
          ports,
        ),
      processMessage: async ({ tenant }: Principal, id: string) =>
        (await import("#knowledge/webhooks/process-message.ts")).processMessage(db, {
          tenant: tenant.id,
          id,
        }),
      listWebhookMessages: async (principal: Principal, query: MessageQuery) => {
        const { listMessages } = await import("#knowledge/webhooks/messages.ts");
        return db.readTenant(principal.tenant.id, (tx) => listMessages(tx, principal, query));
      },
      rotateSecrets: async () =>
        (await import("#knowledge/secrets/rotate-secrets.ts")).rotateSecrets(db, ports.secrets),
      makeEncryptionKey: async (version: number) =>
        (await import("#knowledge/secrets/encryption-keys.ts")).makeEncryptionKey(version),
    },
  };
}

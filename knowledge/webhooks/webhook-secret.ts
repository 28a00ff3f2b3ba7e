import { randomBytes } from "node:crypto";

/** 24 to 64 by the Standard Webhooks specification. */
const secretBytes = 32;

/** A new secret that messages are signed with: `whsec_` and 32 random bytes in base64. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString("base64")}`;
}

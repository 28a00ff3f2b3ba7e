import { type OneContactOptions, onOneContact } from "../one-contact.ts";

/** `rapport explain <contact>`: the same answer as the MCP tool explain_score. */
export async function explain(contact: string, options: OneContactOptions): Promise<void> {
  await onOneContact(({ explainScore }) => explainScore, contact, options);
}

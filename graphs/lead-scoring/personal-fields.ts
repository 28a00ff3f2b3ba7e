import { holdsContactDetails } from "#core/contact-details.ts";
import type { FieldValue } from "#core/domain/contact.ts";
import type { LeadView } from "./ports.ts";

const personal = /name|assigned|owner|address|street|e-?mail|phone|mobile/i;

/**
 * Names of a lead's fields that no language model is told: those called after a name, an owner or an address, and those
 * that hold the contact's name, an e-mail address or a phone number. Rather one too many: "campaign name" is one of them.
 */
export function personalFields({ contact, snapshot }: Pick<LeadView, "contact" | "snapshot">): Set<string> {
  const contactName = contact.name.toLowerCase();
  const isPersonal = ([name, value]: [string, FieldValue]) => {
    if (value === null || typeof value === "boolean") return false;
    const text = String(value);
    const holdsName = text.toLowerCase().includes(contactName);
    return personal.test(name) || holdsName || holdsContactDetails(name) || holdsContactDetails(text);
  };
  return new Set(
    Object.entries(snapshot.fields)
      .filter(isPersonal)
      .map(([name]) => name),
  );
}

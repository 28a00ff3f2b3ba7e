import type { Contact, FieldValue } from "#core/domain/contact.ts";
import type { DraftSource } from "#core/domain/draft.ts";
import { readsLikeOrders } from "../../injection/reads-like-orders.ts";
import { isInternalField } from "./internal-fields.ts";

const mostFields = 40;
const longestValue = 300;
/** Shorter values are looked at no further: they are names, numbers and dates. */
const shortestOrder = 25;

/** The contact's record as sources that an answer to the contact may rest on; what a team keeps for itself is left out. */
export function recordSources(contact: Contact): DraftSource[] {
  const { firstName, lastName, company, position, email, phone, customFields } = contact;
  const name = [firstName, lastName].filter(Boolean).join(" ");
  const fields: [string, FieldValue][] = [
    ["name", name === "" ? null : name],
    ["company", company],
    ["position", position],
    ["email", email],
    ["phone", phone],
    ...Object.entries(customFields).filter(([field]) => !isInternalField(label(field))),
  ];
  return fields
    .filter(([, value]) => value !== null && value !== "" && String(value).length <= longestValue)
    .filter(([, value]) => String(value).length < shortestOrder || !readsLikeOrders(String(value)))
    .slice(0, mostFields)
    .map(([field, value]) => ({
      id: `c:${field}`,
      kind: "record",
      title: label(field),
      text: `${label(field)}: ${shown(value)}`,
      at: contact.updatedAt.toISOString(),
      binds: true,
    }));
}

function label(field: string): string {
  const words = field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.-]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: FieldValue): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value).replace(/\s+/g, " ").trim();
}

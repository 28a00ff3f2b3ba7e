import type { Contact, FieldValue } from "#core/domain/contact.ts";
import type { DraftSource } from "#core/domain/draft.ts";

const mostFields = 40;
const longestValue = 300;
/** Fields that a team keeps about somebody and would not tell them. */
const internal =
  /note|comment|remark|score|rating|internal|probab|priorit|competitor|margin|segment|persona|owner|assigned|campaign|utm|stage|status|outcome|qualif|churn|risk|reason/i;

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
    ...Object.entries(customFields).filter(([field]) => !internal.test(field)),
  ];
  return fields
    .filter(([, value]) => value !== null && value !== "" && String(value).length <= longestValue)
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

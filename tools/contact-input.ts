import { z } from "zod";
import { contactStatus } from "#core/domain/contact.ts";

const name = z.string().trim().min(1, "is blank").max(500);
const optional = z.string().trim().max(500).nullable().optional();
const customValue = z.union([z.string().max(5_000), z.number(), z.boolean(), z.null()], {
  error: "takes text, a number, true or false, or null to take the field away",
});
const statuses = z.preprocess(
  (value) => (typeof value === "string" ? value.trim().toUpperCase() : value),
  contactStatus,
);

const others = {
  externalId: optional.describe("The id that another system knows the contact by."),
  phone: optional,
  position: optional,
  source: optional.describe("Where the lead came from."),
  assignedTo: optional.describe("The user whose contact it is."),
  status: statuses.optional(),
  customFields: z
    .record(z.string().trim().min(1).max(200), customValue)
    .refine((fields) => Object.keys(fields).length <= 200, "takes 200 fields at most")
    .optional()
    .describe("Further fields. In a change they are merged (RFC 7396): null takes one away."),
};

const email = z.string().trim().max(254);

/** What a new contact takes. */
export const newContactInput = { firstName: name, lastName: name, email, company: name, ...others };

/** What a change takes: what is left out stays as it is, null takes a value away. */
export const contactChangeInput = {
  firstName: name.nullable().optional(),
  lastName: name.nullable().optional(),
  email: email.nullable().optional(),
  company: name.nullable().optional(),
  ...others,
};

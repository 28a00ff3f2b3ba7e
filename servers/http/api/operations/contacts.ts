import { z } from "zod";
import { contactShape } from "#tools/contact-shape.ts";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["contacts"];
const versioned = true;
const atomic = true;

const etag = ({ version }: { version: string }) => ({ ETag: `"${version}"` });
const made = (contact: { id: string; version: string }) => ({
  ...etag(contact),
  Location: `/api/v1/contacts/${contact.id}`,
});

/** Contacts: single records and lists. */
export function contactOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.listContacts, { method: "get", path: "/contacts", tags }),
    toolOperation(tools.createContact, {
      method: "post",
      path: "/contacts",
      tags,
      atomic,
      status: 201,
      answerHeaders: ["ETag", "Location"],
      headers: made,
    }),
    toolOperation(tools.upsertContact, {
      method: "put",
      path: "/contacts/by-external-id/{externalId}",
      tags,
      atomic,
      answer: contactShape,
      body: ({ contact }) => contact,
      answerHeaders: ["ETag", "Location"],
      headers: ({ contact }) => made(contact),
      statusOf: ({ created }) => (created ? 201 : 200),
    }),
    toolOperation(tools.readContact, {
      id: "getContact",
      method: "get",
      path: "/contacts/{id}",
      tags,
      answerHeaders: ["ETag"],
      headers: etag,
    }),
    toolOperation(tools.updateContact, {
      method: "patch",
      path: "/contacts/{id}",
      tags,
      atomic,
      versioned,
      answerHeaders: ["ETag"],
      headers: etag,
    }),
    toolOperation(tools.deleteContact, {
      method: "delete",
      path: "/contacts/{id}",
      tags,
      atomic,
      versioned,
      status: 204,
      answer: z.null(),
      body: () => null,
    }),
  ];
}

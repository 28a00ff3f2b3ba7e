import { contactStatus } from "#core/domain/contact.ts";
import {
  holdsEmails,
  holdsOnly,
  holdsPhones,
  isDate,
  isName,
  type KnownColumn,
  type SeenColumn,
} from "./known-columns.ts";

/** The fields of a contact that a column can be mapped to; `name` is split into first and last name. */
export const contactFields = [
  "externalId",
  "email",
  "firstName",
  "lastName",
  "name",
  "phone",
  "company",
  "position",
  "status",
  "source",
  "assignedTo",
  "lastContactDate",
  "createdAt",
] as const;
export type ContactField = (typeof contactFields)[number];

const statuses = new Set(contactStatus.options.map((status) => status.toLowerCase()));
const salutations = new Set([
  "mr",
  "mr.",
  "mrs",
  "mrs.",
  "ms",
  "ms.",
  "miss",
  "mx",
  "dr",
  "dr.",
  "prof",
  "prof.",
  "herr",
  "frau",
]);

const isShortName = (column: SeenColumn) => isName(column) && column.profile.longest <= 200;
const isCompany = (column: SeenColumn) => isShortName(column) && !holdsPhones(column);

/** How exports of CRM systems name the fields of a contact. `externalId` is recognised apart: it must be unique. */
export const contactColumns: readonly KnownColumn<ContactField>[] = [
  {
    field: "email",
    names: [
      "email",
      "emailaddress",
      "workemail",
      "businessemail",
      "primaryemail",
      "contactemail",
      "mail",
      "email1",
    ],
    fits: holdsEmails,
  },
  { field: "firstName", names: ["firstname", "givenname", "forename", "fname"], fits: isShortName },
  { field: "lastName", names: ["lastname", "surname", "familyname", "lname"], fits: isShortName },
  { field: "name", names: ["fullname", "contactname", "leadname", "name"], fits: isShortName },
  {
    field: "phone",
    names: [
      "phone",
      "phonenumber",
      "telephone",
      "telephonenumber",
      "tel",
      "workphone",
      "mobilephone",
      "mobile",
      "mobilenumber",
      "cellphone",
      "cell",
    ],
    fits: holdsPhones,
  },
  {
    field: "company",
    names: [
      "company",
      "companyname",
      "organization",
      "organisation",
      "organizationname",
      "accountname",
      "account",
      "employer",
    ],
    fits: isCompany,
  },
  {
    field: "position",
    names: ["jobtitle", "position", "title", "designation"],
    fits: (column) => isShortName(column) && !holdsOnly(column, salutations),
  },
  {
    field: "status",
    names: ["status", "contactstatus", "leadstatus", "lifecyclestage"],
    fits: (column) => holdsOnly(column, statuses),
  },
  { field: "source", names: ["leadsource", "source", "originalsource", "contactsource"], fits: isShortName },
  {
    field: "assignedTo",
    names: ["assignedto", "owner", "leadowner", "contactowner", "accountowner", "salesrep", "salesagent"],
    fits: (column) => isName(column) && column.profile.longest <= 200,
  },
  {
    field: "lastContactDate",
    names: ["lastcontactdate", "lastcontacted", "lastcontactedat", "lastactivitydate", "lastactivity"],
    fits: isDate,
  },
  {
    field: "createdAt",
    names: ["createdat", "createdate", "createddate", "created", "createdon", "datecreated", "creationdate"],
    fits: isDate,
  },
];

/** Headers of a contact's id in exports; taken only when every row has one and none twice. */
export const idNames = [
  "id",
  "externalid",
  "leadid",
  "contactid",
  "recordid",
  "customerid",
  "personid",
  "prospectid",
];

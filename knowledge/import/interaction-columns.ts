import { holdsEmails, isName, type KnownColumn, type SeenColumn } from "./known-columns.ts";

/** The fields of an interaction that a column can be mapped to. */
export const interactionFields = [
  "id",
  "contact",
  "at",
  "activity",
  "type",
  "channel",
  "direction",
  "subject",
  "content",
  "duration",
  "user",
  "outcome",
] as const;
export type InteractionField = (typeof interactionFields)[number];

const isMoment = ({ type, profile }: SeenColumn) =>
  type.type === "date" || profile.eitherFirst > 0 || isEpoch(profile.distinct.keys());
const isNumber = ({ type }: SeenColumn) => type.type === "number";
const anyValue = () => true;

/** How event logs and CRM exports name the fields of an interaction. An id is only taken when it is named (--id). */
export const interactionColumns: readonly KnownColumn<InteractionField>[] = [
  {
    field: "contact",
    names: ["contact", "contactid", "leadid", "customerid", "caseid", "externalid", "personid"],
    fits: anyValue,
  },
  { field: "contact", names: ["email", "contactemail", "emailaddress"], fits: holdsEmails },
  {
    field: "at",
    names: [
      "at",
      "timestamp",
      "occurredat",
      "datetime",
      "date",
      "time",
      "activitydate",
      "createdat",
      "createdate",
      "createddate",
      "sentat",
      "startedat",
    ],
    fits: isMoment,
  },
  { field: "activity", names: ["activity", "event", "eventname", "activityname", "action"], fits: isName },
  { field: "type", names: ["type", "interactiontype", "activitytype", "eventtype"], fits: isName },
  { field: "channel", names: ["channel", "medium"], fits: isName },
  { field: "direction", names: ["direction"], fits: isName },
  { field: "subject", names: ["subject", "title", "topic"], fits: isName },
  {
    field: "content",
    names: ["content", "body", "text", "message", "notes", "note", "description", "transcript", "comment"],
    fits: isName,
  },
  { field: "duration", names: ["duration", "durationminutes", "minutes", "durationmin"], fits: isNumber },
  {
    field: "user",
    names: ["user", "userid", "agent", "rep", "salesrep", "salesagent", "owner", "assignedto"],
    fits: anyValue,
  },
  { field: "outcome", names: ["outcome", "result", "disposition"], fits: isName },
];

function isEpoch(values: Iterable<string>): boolean {
  let count = 0;
  for (const value of values) {
    if (!/^\d{10}(\d{3})?$/.test(value)) return false;
    count++;
  }
  return count > 0;
}

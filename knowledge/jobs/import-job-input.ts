import { z } from "zod";

/** What can be imported by a job. */
export const importKinds = ["contacts", "companies", "interactions", "conversations", "articles"] as const;

const column = z.string().min(1).max(300);
const values = z.array(z.string().min(1).max(300)).max(100);

/** How a file is to be read, as the command line's `import` takes it; what a kind does not know is refused where it is asked for. */
export const importSettings = z.object({
  id: column.optional().describe("The column that identifies a row; of contacts also `line`."),
  idPrefix: z.string().max(100).optional().describe("Put before every id of the file."),
  contactPrefix: z
    .string()
    .max(100)
    .optional()
    .describe("Put before the contact ids that the file names: their idPrefix."),
  ignore: z.array(column).max(500).optional().describe("Columns to leave out, comma-separated."),
  outcome: column.optional().describe("Contacts: the column that says how the lead ended; blank: not yet."),
  won: values.optional().describe("Contacts: values of the outcome that mean won, comma-separated."),
  lost: values.optional().describe("Contacts: values of the outcome that mean lost, comma-separated."),
  open: values.optional().describe("Contacts: values of the outcome that mean not ended, comma-separated."),
  outcomeDate: column.optional().describe("Contacts: the column that says when the lead ended."),
  createdAt: column.optional().describe("Contacts: the column that says when the lead came in."),
  contact: column.optional().describe("Interactions: the column that holds the contact's id or email."),
  at: column.optional().describe("Interactions: the column that says when it happened."),
  activity: column.optional().describe("Interactions: the column with your own label of what happened."),
  createContacts: z
    .boolean()
    .optional()
    .describe("Interactions: makes contacts that are not there yet instead of skipping the row."),
  encoding: z.string().max(40).optional().describe("Detected by default."),
  delimiter: z.string().length(1).optional().describe("Detected by default."),
  dateFormat: z.enum(["dmy", "mdy"]).optional().describe("How 03/04/2026 is to be read."),
});
export type ImportSettings = z.infer<typeof importSettings>;

export const importJobInput = z.object({
  kind: z.enum(importKinds),
  fileName: z.string(),
  /** Bytes. */
  size: z.number(),
  settings: importSettings,
});
export type ImportJobInput = z.infer<typeof importJobInput>;

type Setting = keyof ImportSettings;

const ofTables: Setting[] = ["id", "ignore", "encoding", "delimiter", "dateFormat"];

/** What each kind takes. */
export const settingsOfKind: Record<ImportJobInput["kind"], readonly Setting[]> = {
  contacts: [...ofTables, "idPrefix", "outcome", "won", "lost", "open", "outcomeDate", "createdAt"],
  companies: ofTables,
  interactions: [...ofTables, "idPrefix", "contactPrefix", "contact", "at", "activity", "createContacts"],
  conversations: ["encoding", "idPrefix", "contactPrefix"],
  articles: ["encoding", "idPrefix"],
};

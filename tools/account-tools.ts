import type { Database } from "#knowledge/db/database.ts";
import { auditTools } from "./audit-tools.ts";
import { keyTools } from "./key-tools.ts";
import { limitTools } from "./limit-tools.ts";
import { roleTools } from "./role-tools.ts";
import { userTools } from "./user-tools.ts";

/** Makes the verbs over who may use a workspace, how much, and what they did. */
export const accountTools = (db: Database) => ({
  ...userTools(db),
  ...roleTools(),
  ...keyTools(db),
  ...limitTools(db),
  ...auditTools(db),
});

import { z } from "zod";
import type { Permission } from "#core/permission.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { jobKinds, listJobs as list } from "#knowledge/jobs/background-job.ts";
import { defineTool } from "./define-tool.ts";
import { ownJobsOnly } from "./job-id.ts";
import { jobShape, toJobShape } from "./job-shape.ts";
import { parsePageCursor, toPageCursor } from "./page-cursor.ts";

const page = z.object({
  limit: z.int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional().describe("nextCursor of the page before."),
});
const output = z.object({ data: z.array(jobShape), nextCursor: z.string().nullable() });

type Page = z.infer<typeof page> & { kind?: (typeof jobKinds)[number] | undefined };

/** Makes the verb that lists background jobs, the newest first. */
export const listJobs = (db: Database) =>
  defineTool({
    name: "list_jobs",
    title: "List jobs",
    description: "Lists background jobs, the newest first.",
    input: page.extend({ kind: z.enum(jobKinds).optional() }),
    output,
    effect: "read",
    permission: "contacts:read",
    run: ({ principal }, input) => pageOf(db, principal, { ...input, permission: "contacts:read" }),
    toText: ({ data }) => data.map(({ kind, status }) => `${kind}: ${status}`).join("\n"),
  });

/** Makes the verb that lists the imports that were sent as files, the newest first. */
export const listImports = (db: Database) =>
  defineTool({
    name: "list_imports",
    title: "List imports",
    description: "Lists the imports that were sent as files, the newest first, with what became of each.",
    input: page,
    output,
    effect: "read",
    permission: "imports:write",
    run: ({ principal }, input) =>
      pageOf(db, principal, { ...input, kind: "import", permission: "imports:write" }),
    toText: ({ data }) => data.map(({ status }) => `import: ${status}`).join("\n"),
  });

async function pageOf(
  db: Database,
  principal: Principal,
  { limit, cursor, kind, permission }: Page & { permission: Permission },
): Promise<z.infer<typeof output>> {
  const after = cursor === undefined ? undefined : parsePageCursor(cursor);
  const createdBy = ownJobsOnly(principal, permission);
  const jobs = await db.readTenant(principal.tenant.id, (tx) =>
    list(tx, principal, { kind, createdBy, after, limit: limit + 1 }),
  );
  const shown = jobs.slice(0, limit);
  const last = jobs.length > limit ? shown.at(-1) : undefined;
  return { data: shown.map(toJobShape), nextCursor: last ? toPageCursor(last.id) : null };
}

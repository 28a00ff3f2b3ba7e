import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "../crm/workspaces.ts";
import type { Database } from "../db/database.ts";
import { importArticles } from "../import/import-articles.ts";
import { importCompanies } from "../import/import-companies.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importConversations } from "../import/import-conversations.ts";
import { importInteractions } from "../import/import-interactions.ts";
import { textSource } from "../import/source.ts";
import { type SampleFiles, sampleFiles } from "./sample-workspace.ts";

/** The name of the workspace that holds the made-up agency. */
export const sampleName = "sample";

const seed = 7;

/** Fills the sample workspace through the same import as everybody's files; doing it again completes or changes nothing. */
export async function importSample(
  db: Database,
  user: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (text: string) => void } = {},
): Promise<void> {
  // The sample is dated relative to its workspace's first day, so that making it again makes the same.
  const { id, name, createdAt } = await ensureWorkspace(db, sampleName, { isSample: true });
  const principal: Principal = { tenant: { id, name }, user, roles: ["ADMIN"] };
  onProgress?.("Writing the sample");
  await importSampleFiles(db, principal, {
    files: sampleFiles({ seed, now: createdAt }),
    signal,
    onProgress,
  });
}

interface SampleImport {
  files: SampleFiles;
  signal?: AbortSignal | undefined;
  onProgress?: ((text: string) => void) | undefined;
}

/** Brings a sample's files into a workspace, each through its own import. */
export async function importSampleFiles(
  db: Database,
  principal: Principal,
  { files, signal, onProgress }: SampleImport,
): Promise<void> {
  const { companiesCsv, contactsCsv, interactionsCsv, conversationsJsonl, articlesJsonl } = files;
  onProgress?.("Importing the sample's companies and contacts");
  await importCompanies(db, principal, textSource("sample-companies.csv", companiesCsv), {
    id: "id",
    signal,
  });
  await importContacts(db, principal, textSource("sample-contacts.csv", contactsCsv), {
    id: "id",
    outcome: "outcome",
    won: ["won"],
    lost: ["lost"],
    outcomeDate: "outcome_date",
    createdAt: "created_at",
    signal,
  });
  onProgress?.("Importing the sample's calls, visits and conversations");
  await importInteractions(db, principal, textSource("sample-interactions.csv", interactionsCsv), {
    id: "id",
    contact: "contact",
    at: "at",
    signal,
  });
  await importConversations(db, principal, textSource("sample-conversations.jsonl", conversationsJsonl), {
    signal,
  });
  onProgress?.("Importing the sample's articles");
  await importArticles(db, principal, textSource("sample-articles.jsonl", articlesJsonl), { signal });
}

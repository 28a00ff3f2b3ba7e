import { join } from "node:path";
import { parseArgs } from "node:util";
import { sampleName } from "#knowledge/sample/import-sample.ts";
import { withEmbedded } from "../product/with-embedded.ts";
import { allHold, figureTable } from "../report/figure-table.ts";
import { measureDrafts } from "./drafts/measure-drafts.ts";
import { measureFirstDraft } from "./drafts/measure-first-draft.ts";
import { drawMessages } from "./drafts/messages.ts";

// `node evals/bench/drafts.ts [--drafts 200]`: how fast the local drafter answers in the sample workspace, in a new embedded database: the first call of a
// server over stdio, then messages of different contacts, whole and step by step.

const { values } = parseArgs({ options: { drafts: { type: "string", default: "200" } } });
const drafts = Number(values.drafts);
const onProgress = (text: string) => process.stderr.write(`… ${text}\n`);

const figures = await withEmbedded(async ({ db, folder, operations, principal }) => {
  await operations.importSample("bench", { onProgress });
  const user = await principal(sampleName);
  onProgress("Making the sample searchable");
  await operations.index(user);
  const messages = await drawMessages(db, user, drafts);
  onProgress("Starting servers");
  const first = await measureFirstDraft(join(folder, "home"), messages);
  onProgress("Drafting");
  return [...first, ...(await measureDrafts(db, user, messages))];
});
process.stdout.write(`${figureTable(figures)}\n`);
if (!allHold(figures)) process.exitCode = 1;

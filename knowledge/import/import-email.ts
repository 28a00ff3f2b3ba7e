import type { Principal } from "#core/principal.ts";
import { type EmailDraft, saveEmails } from "../crm/save-emails.ts";
import type { Database } from "../db/database.ts";
import type { MailSource } from "../email/mail-source.ts";
import { mailSizeLimit, parseEmail, tooLarge } from "../email/parse-email.ts";
import { nameParts } from "../email/participants.ts";
import { type Group, inBatches } from "./batches.ts";
import { emailContent } from "./email-draft.ts";
import { analyzeTables } from "./import-record.ts";
import type { ImportOptions, ImportSummary } from "./import-summary.ts";
import { type EmailPlan, planImport } from "./plan-email-import.ts";
import { repeatJudge } from "./repeats.ts";
import { type ImportRun, type PreparedImport, runImport } from "./run-import.ts";

export interface EmailImportOptions extends ImportOptions {
  /** The team's own addresses and domains, beside those that earlier imports were given. */
  own?: readonly string[];
  /** Larger mails are bad rows; bytes, 25 MB by default. */
  sizeLimit?: number;
}

const batchSize = 200;

/**
 * Imports mails, each as an interaction in the conversation of its thread. The other party is found by address, or made as a
 * lead. Lists, bulk mail, and reports that belong to no thread are left out, and so is what the team wrote to itself.
 * Importing the same mails again changes nothing; mails that came later join their conversations.
 * @throws AppError VALIDATION_FAILED when nobody said which addresses are the team's (a bad mail only counts as skipped),
 * CANCELLED when the signal is aborted.
 */
export async function importEmail(
  db: Database,
  principal: Principal,
  source: MailSource,
  options: EmailImportOptions = {},
): Promise<ImportSummary> {
  const { name, size } = source;
  const nothing = { name, size, open: async function* () {} };
  return runImport(db, principal, {
    kind: "email",
    source: nothing,
    options,
    prepare: (run) => prepare(run, source),
  });
}

async function prepare(run: ImportRun<EmailImportOptions>, mails: MailSource): Promise<PreparedImport> {
  const { sizeLimit = mailSizeLimit } = run.options;
  const plan = await planImport(run, mails, sizeLimit);
  return {
    encoding: "as each mail says",
    mapping: [],
    warnings: plan.warnings,
    settings: { own: plan.own.entries },
    store: () =>
      inBatches(drafts(run, { mails, plan, sizeLimit }), {
        size: batchSize,
        signal: run.options.signal,
        save: (batch) => save(run, batch),
      }),
  };
}

async function save(
  { db, principal, origin, options, tally }: ImportRun<EmailImportOptions>,
  batch: EmailDraft[],
): Promise<void> {
  const result = await db.withTenant(
    principal.tenant.id,
    (tx) => saveEmails(tx, principal, { drafts: batch, source: origin, dryRun: options.dryRun }),
    { idempotent: true },
  );
  for (const bad of result.bad) tally.bad(bad);
  tally.add(result);
  if (!options.dryRun) await analyzeTables(db);
}

interface Reading {
  mails: MailSource;
  plan: EmailPlan;
  sizeLimit: number;
}

async function* drafts(
  { tally, progress }: ImportRun<EmailImportOptions>,
  { mails, plan, sizeLimit }: Reading,
): AsyncGenerator<Group<EmailDraft>> {
  const judge = repeatJudge((key) => plan.repeated.has(key));
  let place = 0;
  let leftOut = 0;
  for await (const { place: file, line, bytes, size } of mails.mails({ sizeLimit })) {
    const planned = plan.mails[place++];
    progress.rows(1);
    if (bytes === null) {
      tally.bad({ line, reason: `${file}: ${tooLarge(size, sizeLimit).message}` });
      continue;
    }
    if (planned === undefined || typeof planned === "string") {
      if (planned !== undefined) tally.bad({ line, reason: `${file}: ${planned}` });
      continue;
    }
    const { mail, thread, isFirst, alone } = planned;
    const parsed = await parseEmail(bytes, { sizeLimit, own: plan.own });
    if (alone && parsed.kind !== "personal") {
      leftOut++;
      continue;
    }
    const content = emailContent(parsed, mail, isFirst);
    const judged = judge({ key: mail.externalId, hash: content.hash, line });
    if (judged === "same") tally.add({ unchanged: 1 });
    else if (judged !== "first") tally.bad({ ...judged, reason: `${file}: ${judged.reason}` });
    else {
      const { contact } = thread;
      const draft: EmailDraft = {
        line,
        contact: contact.address,
        contactPrefix: "",
        at: content.at,
        fields: { source: "email", ...nameParts(contact.name) },
        shownId: mail.messageId ?? mail.externalId,
        content,
        thread: { externalId: thread.externalId, subject: thread.subject, metadata: thread.metadata },
      };
      yield { items: [draft], bytes: size };
    }
  }
  if (leftOut > 0) plan.warnings.push(machineTexts(leftOut));
}

function machineTexts(count: number): string {
  return count === 1
    ? "1 mail was left out: its text is bulk mail or an automatic reply, in no thread."
    : `${count} mails were left out: their texts are bulk mail or automatic replies, in no thread.`;
}

import { findEmailThreads, type ThreadToFind } from "../crm/find-email-threads.ts";
import type { Transaction } from "../db/database.ts";
import { bouncedIds } from "../email/bounced-ids.ts";
import { answerWindowDays } from "../email/join-by-subject.ts";
import type { MailSource } from "../email/mail-source.ts";
import type { OwnAddresses } from "../email/own-addresses.ts";
import { parseEnvelope } from "../email/parse-email.ts";
import { subjectBase } from "../email/subject-base.ts";
import { type PlannedMail, type PlannedThread, planMail, planThreads } from "./email-plan.ts";
import type { ImportOptions } from "./import-summary.ts";
import { knownOwnAddresses } from "./known-own-addresses.ts";
import { leftOutWarnings } from "./left-out-mail.ts";
import { repeatFinder } from "./repeats.ts";
import type { ImportRun } from "./run-import.ts";

/** A conversation that mails go into. */
export interface ThreadToStore {
  externalId: string;
  subject: string | null;
  metadata: Record<string, unknown>;
  contact: { name: string; address: string };
}

/** Where a mail goes; a text says what is wrong with it; undefined: it is left out on purpose. */
export type MailPlace = PlacedMail | string | undefined;

export interface PlacedMail {
  mail: PlannedMail;
  thread: ThreadToStore;
  isFirst: boolean;
  /** Whether the thread is this mail and nothing else: if its text turns out to be a machine's, it is left out. */
  alone: boolean;
}

export interface EmailPlan {
  own: OwnAddresses;
  /** By the mail's place in the source. */
  mails: MailPlace[];
  /** External ids that stand more than once. */
  repeated: ReadonlySet<string>;
  warnings: string[];
}

const notDated = "the mail has no date that can be read, so it has no place in a history.";
const notMail = "this is no mail: it has no header. Name mbox or .eml files.";
const threadsAtOnce = 500;

/**
 * Reads the headers of all mails and decides where each belongs. About a kilobyte a mail is kept meanwhile; texts and
 * attachments are not.
 */
export async function planImport(
  { db, principal, options, progress }: ImportRun<ImportOptions & { own?: readonly string[] }>,
  source: MailSource,
  sizeLimit: number,
): Promise<EmailPlan> {
  const read = <T>(work: (tx: Transaction) => Promise<T>) => db.readTenant(principal.tenant.id, work);
  const own = await read((tx) => knownOwnAddresses(tx, principal, options.own ?? []));
  const found: (PlannedMail | string)[] = [];
  const repeats = repeatFinder();
  for await (const { bytes } of source.mails({ sizeLimit })) {
    options.signal?.throwIfAborted();
    const mail = bytes === null ? "" : await readMail(bytes, own);
    if (typeof mail !== "string") repeats.add(mail.externalId);
    found.push(mail);
    progress.rows(1);
  }
  const threads = planThreads(found.filter((mail) => typeof mail !== "string"));
  const placed = new Map<PlannedMail, MailPlace>();
  for (let start = 0; start < threads.length; start += threadsAtOnce) {
    const some = threads.slice(start, start + threadsAtOnce);
    const known = await read((tx) => findEmailThreads(tx, principal, some.map(toFind)));
    for (const [index, thread] of some.entries()) place(thread, { known: known[index]?.externalId, placed });
  }
  return {
    own,
    mails: found.map((mail) => (typeof mail === "string" ? mail : placed.get(mail))),
    repeated: repeats.candidates,
    warnings: leftOutWarnings(threads.flatMap(({ mails }) => mails).filter((mail) => !placed.has(mail))),
  };
}

async function readMail(bytes: Uint8Array, own: OwnAddresses): Promise<PlannedMail | string> {
  const envelope = await parseEnvelope(bytes, own);
  if (envelope.from === null && envelope.messageId === null && envelope.subject === null) return notMail;
  const references =
    envelope.kind === "bounce" ? [...envelope.references, ...bouncedIds(bytes)] : envelope.references;
  return planMail({ ...envelope, references }, own) ?? notDated;
}

function toFind({ externalId, mails, contact, subject }: PlannedThread): ThreadToFind {
  const [first] = mails;
  const ids = mails.flatMap((mail) => [mail.externalId, ...mail.references.map((id) => `email:${id}`)]);
  const namesNone = first?.isAnswer && first.inReplyTo === null && first.references.length === 0;
  return {
    mails: [externalId, ...ids],
    tokens: mails.flatMap(({ tokens }) => tokens),
    answer:
      namesNone && contact
        ? {
            contact: contact.address,
            subjectBase: subjectBase(subject).base,
            at: first.date,
            windowDays: answerWindowDays,
          }
        : undefined,
  };
}

/** A thread that is with nobody and is not known is left out with all its mails. */
function place(
  { externalId, subject, mails, contact }: PlannedThread,
  { known, placed }: { known: string | undefined; placed: Map<PlannedMail, MailPlace> },
): void {
  const other = contact ?? (known === undefined ? null : { name: "", address: "" });
  if (other === null) return;
  const thread: ThreadToStore = {
    externalId: known ?? externalId,
    subject,
    metadata: { subjectBase: subjectBase(subject).base },
    contact: other,
  };
  const [first] = mails;
  const alone = known === undefined && mails.every((mail) => mail.externalId === first?.externalId);
  for (const mail of mails) {
    if (mail.participants.direction === null) continue;
    const { isAnswer, inReplyTo, references, tokens } = mail;
    const namesNone = inReplyTo === null && references.length === 0 && tokens.length === 0;
    const isFirst = mail.externalId === first?.externalId && !isAnswer && namesNone;
    placed.set(mail, { mail, thread, isFirst, alone });
  }
}

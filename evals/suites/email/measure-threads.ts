import { addressKey } from "#knowledge/email/email.ts";
import { mboxMails } from "#knowledge/email/mbox.ts";
import { parseEnvelope } from "#knowledge/email/parse-email.ts";
import { threadEmails } from "#knowledge/email/thread-emails.ts";
import type { ThreadedMail } from "#knowledge/email/threaded-mail.ts";
import { folderDatasets, readFolder } from "../../folder-datasets.ts";

/** How well pairs of mails of one thread were found. */
export interface PairScore {
  mails: number;
  threads: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface ThreadResults {
  withHeaders: PairScore;
  /** Message-ID, In-Reply-To and References taken away. */
  withoutHeaders: PairScore;
  mboxMails: number;
}

interface GoldMail {
  file: string;
  thread: number;
}

/** Threads of real mails, with and without the headers that tell them. */
export async function measureThreads(): Promise<ThreadResults> {
  const files = readFolder(folderDatasets.spamassassinThreads);
  const lines = files.get("threads_gold_dev.jsonl")?.toString().trim().split("\n") ?? [];
  const gold = lines.map((line): GoldMail => JSON.parse(line));
  const mails = await Promise.all(gold.map(({ file }) => threaded(files.get(file) ?? Buffer.alloc(0))));
  const bare = mails.map((mail) => ({ ...mail, messageId: null, inReplyTo: null, references: [] }));
  const threads = gold.map(({ thread }) => thread);
  const mbox = readFolder(folderDatasets.emailThreading).get("jwz_test1.mbox") ?? Buffer.alloc(0);
  let count = 0;
  for await (const { bytes } of mboxMails(inOne(mbox), { sizeLimit: 1e6 })) if (bytes) count++;
  return {
    withHeaders: pairScore(threadEmails(mails), threads),
    withoutHeaders: pairScore(threadEmails(bare), threads),
    mboxMails: count,
  };
}

async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function threaded(bytes: Buffer): Promise<ThreadedMail> {
  const mail = await parseEnvelope(bytes);
  const people = [mail.from, ...mail.to, ...mail.cc].filter((person) => person !== null);
  return { ...mail, participants: people.map(({ address }) => addressKey(address)), tokens: [] };
}

/** Precision, recall and F1 over all pairs of mails. */
export function pairScore(found: readonly number[], gold: readonly number[]): PairScore {
  let [both, inFound, inGold] = [0, 0, 0];
  for (let a = 0; a < gold.length; a++) {
    for (let b = a + 1; b < gold.length; b++) {
      const [together, right] = [found[a] === found[b], gold[a] === gold[b]];
      if (together) inFound++;
      if (right) inGold++;
      if (together && right) both++;
    }
  }
  return {
    mails: gold.length,
    threads: new Set(gold).size,
    precision: inFound === 0 ? 1 : both / inFound,
    recall: inGold === 0 ? 1 : both / inGold,
    f1: inFound + inGold === 0 ? 1 : (2 * both) / (inFound + inGold),
  };
}

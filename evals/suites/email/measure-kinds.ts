import type { ParsedEmail } from "#knowledge/email/email.ts";
import { parseEmail } from "#knowledge/email/parse-email.ts";
import { folderDatasets, readFolder } from "../../folder-datasets.ts";

/** How many of some mails would be answered. */
export interface AnsweredCount {
  mails: string;
  of: number;
  answered: number;
  /** Told as what, with how many. */
  kinds: Record<string, number>;
}

/** Counts what would be answered: of list posts and feeds, of reports, of spam, and of mails from person to person. */
export async function measureKinds(): Promise<AnsweredCount[]> {
  const lists = readFolder(folderDatasets.spamassassinThreads);
  const mime = readFolder(folderDatasets.emailMime);
  const matching = (files: ReadonlyMap<string, Buffer>, pattern: RegExp) =>
    [...files].filter(([path]) => pattern.test(path)).map(([, bytes]) => bytes);
  return [
    await count("list posts and feeds (spamassassin ham)", matching(lists, /^ham\//)),
    await count("reports of mail servers", matching(mime, /multipart_report_emails\/|delivery-status\.eml$/)),
    await count("spam (spamassassin)", matching(lists, /^spam\//)),
    await count("person to person (stalwart legacy)", matching(mime, /eml\/legacy\/\d+\.eml$/)),
  ];
}

async function count(mails: string, files: readonly Buffer[]): Promise<AnsweredCount> {
  const parsed: ParsedEmail[] = [];
  for (const bytes of files) parsed.push(await parseEmail(bytes));
  const kinds = Map.groupBy(parsed, ({ kind }) => kind);
  return {
    mails,
    of: parsed.length,
    answered: kinds.get("personal")?.length ?? 0,
    kinds: Object.fromEntries([...kinds].map(([kind, group]) => [kind, group.length])),
  };
}

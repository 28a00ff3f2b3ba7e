import { newGroups } from "./groups.ts";
import { joinBySubject } from "./join-by-subject.ts";
import type { ThreadedMail } from "./threaded-mail.ts";

const mostReferences = 200;

/**
 * Groups mails into threads: by the ids that each names in References and In-Reply-To, whether or not the mails with these ids
 * are there (the grouping of Zawinski's algorithm, 1997); then by our own reply tokens; and only for an answer that names
 * neither, by its subject, its participants and its time.
 * @returns for each mail the number of its thread; threads are numbered from 0 by their first mail in the given order.
 */
export function threadEmails(mails: readonly ThreadedMail[]): number[] {
  const groups = newGroups(mails.length);
  const byId = new Map<string, number>();
  const join = (id: string, place: number) => {
    const known = byId.get(id);
    if (known === undefined) byId.set(id, place);
    else groups.join(known, place);
  };
  mails.forEach((mail, place) => {
    for (const id of idsOf(mail)) join(`id:${id}`, place);
    for (const token of mail.tokens) join(`token:${token}`, place);
  });
  joinBySubject(mails, groups);
  const numbers = new Map<number, number>();
  return mails.map((_, place) => {
    const root = groups.find(place);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

function idsOf({ messageId, inReplyTo, references }: ThreadedMail): string[] {
  // The oldest reference and the latest ones say enough; a mail may name thousands.
  const named =
    references.length > mostReferences
      ? [...references.slice(0, 1), ...references.slice(-mostReferences)]
      : references;
  return [messageId, inReplyTo, ...named].filter((id) => id !== null);
}

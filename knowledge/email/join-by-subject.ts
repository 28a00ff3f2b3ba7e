import type { Groups } from "./groups.ts";
import { subjectBase } from "./subject-base.ts";
import type { ThreadedMail } from "./threaded-mail.ts";

/** An answer that comes later than this after the last mail is a new matter. */
export const answerWindowDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

interface OpenThread {
  place: number;
  /** Milliseconds since 1970. */
  last: number;
  participants: Set<string>;
}

/**
 * Joins answers that name no other mail to the latest thread of the same subject that one of their participants took part in,
 * within `answerWindowDays` of its last mail. "Re:" is what makes an answer: two mails with one subject are two matters.
 */
export function joinBySubject(mails: readonly ThreadedMail[], groups: Groups): void {
  const bySubject = new Map<string, OpenThread[]>();
  const dated = mails.flatMap((mail, place) =>
    mail.date === null ? [] : [{ mail, place, at: Date.parse(mail.date) }],
  );
  for (const { mail, place, at } of dated.toSorted((a, b) => a.at - b.at)) {
    const { base, answers } = subjectBase(mail.subject);
    if (base === "") continue;
    const threads = bySubject.get(base) ?? [];
    bySubject.set(base, threads);
    const own = threads.find((thread) => groups.find(thread.place) === groups.find(place));
    const fitting = own ?? (answers && namesNone(mail) ? latestFitting(threads, mail, at) : undefined);
    if (fitting) {
      groups.join(fitting.place, place);
      fitting.last = at;
      for (const person of mail.participants) fitting.participants.add(person);
    } else threads.push({ place, last: at, participants: new Set(mail.participants) });
  }
}

function namesNone({ inReplyTo, references, tokens }: ThreadedMail): boolean {
  return inReplyTo === null && references.length === 0 && tokens.length === 0;
}

function latestFitting(
  threads: readonly OpenThread[],
  mail: ThreadedMail,
  at: number,
): OpenThread | undefined {
  return threads
    .filter(({ last }) => at - last <= answerWindowDays * dayMs)
    .findLast(({ participants }) => mail.participants.some((person) => participants.has(person)));
}

import { subjectBase } from "../../email/subject-base.ts";

const longest = 250;

/** The subject of an answer: that of the message with "Re: " before it, unless it has one. */
export function replySubject(subject: string | null): string {
  const line = (subject ?? "")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest)
    .toWellFormed();
  if (line === "") return "Re: your message";
  return subjectBase(line).answers ? line : `Re: ${line}`;
}

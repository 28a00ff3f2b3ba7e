/** What mail programs of many languages put before the subject of an answer or a forwarded mail. */
const answerPrefix =
  /^\s*(?:re|aw|antw|antwort|sv|vs|ref|rif|res|odp|ynt|réf|回复|回覆|答复|답장|отв|ответ)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]/iu;
const forwardPrefix = /^\s*(?:fwd?|wg|tr|rv|enc|i|vb|doorst|vl|pd|转发|轉寄|пересл)\s*(?:\[\d+\])?\s*[:：]/iu;
/** Lists put their name before it. */
const listTag = /^\s*\[[^\]]{1,60}\]/;
const forwardTail = /\s*\(fwd\)\s*$/i;

/** A subject without what answering, forwarding and lists add to it. */
export interface SubjectBase {
  /** Lower case, single blanks; empty when nothing is left. */
  base: string;
  /** Whether it says that the mail answers another one. */
  answers: boolean;
}

/** Takes prefixes off a subject until none is left (RFC 5256 §2.1, with the prefixes of other languages). */
export function subjectBase(subject: string | null): SubjectBase {
  let rest = (subject ?? "").slice(0, 1_000).replace(/\s+/g, " ");
  let answers = false;
  for (let changed = true; changed; ) {
    const before = rest;
    const answered = rest.replace(answerPrefix, "");
    if (answered !== rest) answers = true;
    rest = answered.replace(forwardPrefix, "").replace(listTag, "").replace(forwardTail, "");
    changed = rest !== before && rest.trim() !== "";
  }
  return { base: rest.trim().toLowerCase(), answers };
}

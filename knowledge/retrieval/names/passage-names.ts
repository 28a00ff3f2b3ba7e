import type { PassageKind } from "#core/domain/passage.ts";
import { foldName } from "./fold-name.ts";

/** A longer title is a sentence, not a name. */
const mostWords = 6;
const parted = / [-–—|] |: /;

/**
 * The folded names that a passage belongs to: its contact's, the company's and, for an article, what its title names: all of a short
 * title, and what stands before " - ", ": " or " | ".
 */
export function namesOf({
  contactName,
  company,
  title,
  kind,
}: {
  contactName: string | null;
  company: string | null;
  title: string | null;
  kind: PassageKind;
}): string[] {
  const said = [contactName, company, ...(kind === "article" && title ? titleNames(title) : [])];
  const folded = said.map((name) => foldName(name ?? "")).filter((name) => /[\p{L}\p{N}]{2}/u.test(name));
  return [...new Set(folded)];
}

function titleNames(title: string): string[] {
  const before = title.split(parted)[0] ?? "";
  return [title, before].filter((name) => foldName(name).split(" ").length <= mostWords);
}

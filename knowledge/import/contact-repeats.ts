import { clashReason } from "../crm/batch-clashes.ts";
import type { ContactDraft } from "../crm/contact-draft.ts";
import { chooseColumn } from "./choose-column.ts";
import { idNames } from "./contact-columns.ts";
import type { ContactImportOptions } from "./contact-plan.ts";
import type { BadRow, Row } from "./csv-records.ts";
import { toEmail } from "./identity-cells.ts";
import { simplified } from "./known-columns.ts";
import { repeatFinder, repeatJudge } from "./repeats.ts";

/** Watches the columns that may identify contacts, while the file is read for the first time. */
export function watchIdentity(columns: readonly string[], options: ContactImportOptions) {
  const watched = columns.flatMap((name, index) => {
    const kind = identityKind(name, columns, options);
    return kind ? [{ name, index, kind, repeats: repeatFinder() }] : [];
  });
  return {
    onRow({ cells }: Row): void {
      for (const { index, kind, repeats } of watched) {
        const cell = cells[index] ?? "";
        const key = kind === "email" ? toEmail(cell)?.toLowerCase() : cell;
        if (key) repeats.add(key);
      }
    },
    /** Whether hardly a value of the column stands twice: the few that do are told as bad rows. */
    isUnique(column: string, rows: number): boolean {
      const found = watched.find(({ name }) => name === column);
      return found !== undefined && found.repeats.candidates.size <= rows / 100;
    },
    mayRepeat(key: string): boolean {
      return watched.some(({ repeats }) => repeats.candidates.has(key));
    },
    overflow(column: string): boolean {
      return watched.some(({ name, repeats }) => name === column && repeats.overflow);
    },
  };
}
export type IdentityWatch = ReturnType<typeof watchIdentity>;

function identityKind(
  name: string,
  columns: readonly string[],
  options: ContactImportOptions,
): "id" | "email" | undefined {
  const id = options.id ?? options.map?.externalId;
  if (id !== undefined && id.trim().toLowerCase() === name.toLowerCase()) return "id";
  if (id === undefined && idNames.includes(simplified(name))) return "id";
  const email = options.map?.email;
  if (email !== undefined) return chooseColumn(columns, email, "--map email=") === name ? "email" : undefined;
  return simplified(name).includes("mail") ? "email" : undefined;
}

/**
 * Judges drafts by the id or, without one, the email that they are known by. Where one email stands in a row with an id
 * and in one without, the later row is bad: it would overwrite the other, at every import again.
 */
export function sameContact(
  watch: IdentityWatch,
  idPrefix: string,
): (draft: ContactDraft) => "first" | "same" | BadRow {
  const judge = repeatJudge(watch.mayRepeat);
  const mixed = mixedFinder(watch.mayRepeat);
  return (draft) => {
    const { externalId, email, hash, line } = draft;
    const key = externalId?.slice(idPrefix.length) ?? email?.toLowerCase() ?? "";
    const place = judge({ key, hash, line });
    const other = place === "first" ? mixed(draft) : undefined;
    return other === undefined ? place : { line, reason: clashReason(draft, other) };
  };
}

/** Finds, for a row, the line of an earlier one with its email when only one of the two has an id. */
function mixedFinder(mayRepeat: (key: string) => boolean): (draft: ContactDraft) => number | undefined {
  const first = { withId: new Map<string, number>(), withoutId: new Map<string, number>() };
  return ({ externalId, email, line }) => {
    const key = email?.toLowerCase();
    if (key === undefined || !mayRepeat(key)) return undefined;
    const [own, others] =
      externalId === null ? [first.withoutId, first.withId] : [first.withId, first.withoutId];
    const earlier = others.get(key);
    if (earlier === undefined && !own.has(key)) own.set(key, line);
    return earlier;
  };
}

import { looksLikeEmail } from "../crm/email-address.ts";

/** The address of a cell such as "Ada <ada@example.org>" or "mailto:ada@example.org"; undefined when there is none. */
export function toEmail(cell: string): string | undefined {
  const address = /<([^<>]+)>\s*$/.exec(cell)?.[1] ?? cell.replace(/^mailto:/i, "");
  const trimmed = address.trim();
  return looksLikeEmail(trimmed) ? trimmed : undefined;
}

/** Six to fifteen digits in the usual punctuation, with an extension perhaps. */
export function looksLikePhone(cell: string): boolean {
  if (
    cell.length < 6 ||
    cell.length > 40 ||
    !/^(?:tel:)?[+(\d][\d\s()./+-]*(?:(?:ext\.?|x|#)\s*\d{1,6})?$/i.test(cell)
  )
    return false;
  const digits = cell.replace(/\D/g, "").length;
  return digits >= 6 && digits <= 21;
}

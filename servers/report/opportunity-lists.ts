import { table, text } from "./markup.ts";
import type { ReportInput } from "./report-input.ts";

/** Leads and customers that wait for somebody to act, a list a reason. */
export function opportunityLists(opportunities: ReportInput["opportunities"]): string[] {
  return opportunities
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, total, isEstimate = false, entries }) => {
      const rows = entries.map(({ name, company, contactId, score, reason, action }) => [
        [name, company].filter(Boolean).join(", "),
        score === null ? "–" : score.toFixed(0),
        reason,
        action,
        contactId,
      ]);
      const more =
        total > entries.length
          ? ` <span class="soft">${entries.length} of ${isEstimate ? `about ${Number(total.toPrecision(2)).toLocaleString("en-US")}` : total.toLocaleString("en-US")}</span>`
          : "";
      return `<h3>${text(title)}${more}</h3>${table({ head: ["who", "score", "why", "what to do", "id"], rows, numeric: [1] })}`;
    });
}

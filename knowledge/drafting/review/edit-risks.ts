import type { DraftRisk } from "#core/domain/draft.ts";
import type { Evidence } from "../check/evidence.ts";
import { foreignLinks } from "../check/links.ts";
import { foreignDetails } from "../check/personal-details.ts";
import type { Recipients } from "../thread.ts";

/** What an edited text is held against. */
export interface Edited {
  /** The text as it was proposed: what stood there was checked then. */
  proposed: string;
  allowedLinkDomains: readonly string[];
  recipients: Recipients;
}

/**
 * What to look at once more in a text that a person wrote: links outside the allowed domains and personal data that the draft did not hold. It
 * is kept as they wrote it.
 */
export function editRisks(text: string, { proposed, allowedLinkDomains, recipients }: Edited): DraftRisk[] {
  const evidence = [draftAsEvidence(proposed)];
  const links = foreignLinks(text, { allowed: allowedLinkDomains, evidence }).map((link) =>
    risk("link", `The link ${link.slice(0, 120)} leads outside the allowed domains.`),
  );
  const details = foreignDetails(text, { recipients }, evidence).map((kind) =>
    risk("personal_data", `It holds personal data (${kind.replace("_", " ")}) that the draft did not.`),
  );
  return [...links, ...details].slice(0, 10);
}

function draftAsEvidence(text: string): Evidence {
  const ours = { binds: true, isCustomers: false, isRecord: false } as const;
  return {
    id: "",
    title: "",
    text,
    ...ours,
    rank: 0,
    at: null,
    language: "english",
    sentences: [],
    words: new Set(),
  };
}

function risk(kind: DraftRisk["kind"], text: string): DraftRisk {
  return { kind, severity: "MEDIUM", text };
}

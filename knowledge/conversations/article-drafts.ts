import { cleanText } from "./clean-text.ts";
import { type PassageDraft, sealDraft } from "./passage-draft.ts";
import { splitText } from "./split-text.ts";

/** A stored article, as far as it is indexed. */
export interface ArticleRecord {
  id: string;
  title: string | null;
  text: string;
  /** ISO 8601: when it was last written. */
  occurredAt: string;
}

/** Makes the passages of an article; each part of a long one has the title as its context. */
export function articleDrafts({ id, title, text, occurredAt }: ArticleRecord): PassageDraft[] {
  const shown = cleanText(title);
  return splitText(cleanText(text) ?? "").map((part, index) =>
    sealDraft({
      kind: "article",
      interactionId: null,
      articleId: id,
      conversationId: null,
      contactId: null,
      part: index,
      speaker: null,
      direction: null,
      channel: null,
      title: shown,
      text: part,
      context: shown === null ? [] : [shown],
      contactName: null,
      company: null,
      occurredAt,
    }),
  );
}

import { hash } from "node:crypto";

/** A knowledge article as a source tells it. */
export interface ArticleDraft {
  /** The source's id: the same one is the same article. */
  externalId: string;
  title: string | null;
  text: string;
  metadata: Record<string, unknown>;
}

/** A short name of all that an article says: the same content gives the same name on every machine. */
export function articleHash({ title, text, metadata }: ArticleDraft): string {
  return hash("sha256", JSON.stringify([title, text, metadata]), "base64url");
}

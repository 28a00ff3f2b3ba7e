import { z } from "zod";
import type { ArticleDraft } from "../conversations/article.ts";

const textLimit = 1024 * 1024;

/** One line of a file of articles. */
export const articleLine = z.object({
  id: z.union([
    z.string().trim().min(1, "is blank").max(1_000, "is longer than 1,000 characters"),
    z.number().transform(String),
  ]),
  title: z.string().max(1_000, "is longer than 1,000 characters").nullish(),
  text: z
    .string()
    .max(textLimit, "is longer than 1 MB. Split the article")
    .refine((text) => text.trim() !== "", "is blank. Write the article's text, or leave the line out"),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

/** Checks one line and makes it ready to be stored; a text says what is wrong and where ("text: is blank …"). */
export function readArticle(value: unknown, { idPrefix }: { idPrefix: string }): ArticleDraft | string {
  const parsed = articleLine.safeParse(value);
  if (!parsed.success) {
    const [issue, ...more] = parsed.error.issues;
    const also = more.length > 0 ? ` (and ${more.length} more)` : "";
    return `${issue?.path.join(".") || "The line"}: ${issue?.message ?? "is no article"}${also}.`;
  }
  const { id, title, text, metadata } = parsed.data;
  return { externalId: idPrefix + id, title: title?.trim() || null, text, metadata: metadata ?? {} };
}

import type { PassageHit } from "./domain/passage.ts";
import { findUnfit } from "./unfit-text.ts";

type Quotable = Pick<
  PassageHit,
  "kind" | "speaker" | "direction" | "contactName" | "company" | "title" | "text" | "at" | "channel"
>;

const verbs = { message: "wrote", call: "said", note: "noted", article: "says" } as const;

/** Who said a passage and when, as a quotation begins: `On 3 May 2025 Jane Doe wrote`; dates in UTC. */
export function attributionOf(passage: Quotable): string {
  const verb = verbs[passage.kind];
  if (passage.kind === "article") {
    const title = shownName(passage.title);
    return title ? `The article "${title}" ${verb}` : `An article ${verb}`;
  }
  return `On ${dayOf(passage.at)} ${speakerOf(passage)} ${verb}`;
}

/** All that a passage is evidence of: who said it when, to whom, under which title, and its words. */
export function evidenceOf(passage: Quotable): string {
  const about = [passage.title, passage.contactName, passage.company].filter((part) => part !== null);
  return [`${attributionOf(passage)}:`, ...about, passage.text].join("\n");
}

const nameLength = 100;

function speakerOf({ speaker, direction, contactName }: Quotable): string {
  const ours = direction === "OUTBOUND" ? "our team" : "the contact";
  return shownName(speaker) ?? (direction === "INBOUND" ? (shownName(contactName) ?? ours) : ours);
}

/** A name comes from records too: one that holds an address or a link, or is none, is not shown as one. */
function shownName(name: string | null): string | undefined {
  const line = name
    ?.replace(/["“”„«»]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return line && line.length <= nameLength && !findUnfit(line) ? line : undefined;
}

function dayOf(at: Date): string {
  return at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

import { publicDomains } from "../thread/participants.ts";
import type { ThreadToAnswer } from "../thread.ts";
import type { Evidence } from "./evidence.ts";

/** Fields that contacts fill in themselves, by forms and signatures. */
const selfTold = new Set(["c:name", "c:company", "c:position"]);

/** What a person of the team wrote to this contact, confirmed as a fact, or was shown as the draft that they edited. */
export function isPeoplesWord({ id, binds }: Pick<Evidence, "id" | "binds">): boolean {
  return binds && (id === "" || id.startsWith("m:") || id.startsWith("c:fact-"));
}

/** Whether a field of the record is nothing but that: what stands within a sentence there was not put down as such. */
export function isWholeField(
  { id, isRecord, text }: Pick<Evidence, "id" | "isRecord" | "text">,
  detail: string,
): boolean {
  if (!isRecord || selfTold.has(id)) return false;
  const value = text.replace(/^[^:\n]{1,60}:\s*/, "");
  return plain(value) === plain(detail);
}

/** The domain that the team writes from, which articles may name addresses and links of; none of a mailbox provider. */
export function ownDomains({ recipients: { from } }: Pick<ThreadToAnswer, "recipients">): string[] {
  const own = from?.split("@").at(-1)?.toLowerCase();
  return own === undefined || publicDomains.has(own) ? [] : [own];
}

/** A field that the team filled in and nobody has confirmed as something to be told. */
export function isInnerField({ id, isRecord }: Pick<Evidence, "id" | "isRecord">): boolean {
  return isRecord && !selfTold.has(id) && !id.startsWith("c:fact-");
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, "");
}

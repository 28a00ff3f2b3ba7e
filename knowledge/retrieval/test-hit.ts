import type { PassageHit } from "#core/domain/passage.ts";

/** A found passage for tests: a message of nobody, said just now. */
export function testHit(no: number, given: Partial<PassageHit> = {}): PassageHit {
  return {
    no,
    kind: "message",
    messageId: null,
    messageExternalId: null,
    conversationId: null,
    conversationExternalId: null,
    articleId: null,
    articleExternalId: null,
    contactId: null,
    contactName: null,
    company: null,
    part: 0,
    speaker: null,
    direction: null,
    channel: null,
    title: null,
    text: `passage ${no}`,
    at: new Date(),
    score: 1 / (no + 1),
    ranks: { lexical: no + 1 },
    ...given,
  };
}

import { questionShare } from "../write/question-share.ts";
import type { ShareableReply } from "./shareable-replies.ts";

/** A sentence is typical of an intent when so many and such a share of its contacts were told it, and others this much less often. */
const fewestContacts = 3;
const leastTold = 0.25;
const leastLift = 1.5;
/** What a question of an intent wants to know, as it stands in a past reply without its figures: fewer contacts will do. */
const wanted: Readonly<Record<string, RegExp>> = {
  pricing: /\[confirm: price\]/,
  availability: /\[confirm: (?:date|deadline)\]/,
  discount: /\[confirm: (?:price|discount)\]/,
};
/** From this share on a sentence says little else than what is asked. */
const leastShare = 0.65;
const mostSentences = 4;

/**
 * The past replies that help most, each cut to the sentences that do: what says little else than a question asks, and what is typically
 * said to messages of this intent.
 */
export function chooseReplies(
  replies: readonly ShareableReply[],
  { questions, intent, atMost }: { questions: readonly string[]; intent: string | null; atMost: number },
): ShareableReply[] {
  const typical = typicalSentences(replies, intent);
  const said = new Set<string>();
  const chosen: { reply: ShareableReply; weight: number }[] = [];
  for (const reply of replies) {
    const isSame = intent !== null && reply.reply.intent === intent;
    const scored = reply.sentences
      .map((text) => {
        const share = Math.max(0, ...questions.map((question) => questionShare(text, question)));
        const asked = share >= leastShare ? share + 1 : 0;
        return { text, weight: asked + (isSame ? (typical.get(text) ?? 0) : 0) };
      })
      .filter(({ text, weight }) => weight > 0 && !said.has(text))
      .slice(0, mostSentences);
    for (const { text } of scored) said.add(text);
    if (scored.length === 0) continue;
    const weight = Math.max(...scored.map((one) => one.weight));
    chosen.push({ reply: { ...reply, sentences: scored.map(({ text }) => text) }, weight });
  }
  return chosen
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, atMost)
    .map(({ reply }) => reply);
}

/** How typical each sentence is of what is answered to an intent, 0–1: the share of its contacts that were told it. */
function typicalSentences(replies: readonly ShareableReply[], intent: string | null): Map<string, number> {
  if (intent === null) return new Map();
  const same = toldTo(replies.filter(({ reply }) => reply.intent === intent));
  const others = toldTo(replies.filter(({ reply }) => reply.intent !== intent));
  return new Map(
    [...same.told].flatMap(([text, contacts]) => {
      const share = contacts.size / same.contacts;
      const usual = (others.told.get(text)?.size ?? 0) / others.contacts;
      const tells = wanted[intent]?.test(text) === true && contacts.size > 1;
      const isTypical = contacts.size >= fewestContacts && share >= Math.max(leastTold, leastLift * usual);
      return tells || isTypical ? [[text, share] as const] : [];
    }),
  );
}

function toldTo(replies: readonly ShareableReply[]) {
  const told = new Map<string, Set<string>>();
  const contacts = new Set<string>();
  for (const { reply, sentences } of replies) {
    contacts.add(reply.contactId);
    for (const text of sentences) told.set(text, (told.get(text) ?? new Set()).add(reply.contactId));
  }
  return { told, contacts: Math.max(1, contacts.size) };
}

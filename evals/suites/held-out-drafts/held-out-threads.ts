import { hash } from "node:crypto";
import { type Asking, asking } from "#knowledge/sample/articles/answered-by.ts";
import type { Said } from "#knowledge/sample/conversations.ts";
import type { Language } from "#knowledge/sample/language.ts";
import { createLeads, type Lead } from "#knowledge/sample/leads.ts";
import type { ProductId } from "#knowledge/sample/products.ts";
import { filesOf, type SampleFiles } from "#knowledge/sample/sample-workspace.ts";
import { type Story, writeStory } from "#knowledge/sample/stories.ts";

/** A message that the team answered, in a conversation whose answer and all that came later is hidden. */
export interface HeldOutThread {
  /** Of the message, as it is imported. */
  messageId: string;
  contactId: string;
  rep: string;
  product: ProductId;
  language: Language;
  asked: Asking[];
}

/** What a message of the sample meant to say. */
export interface MeantMessage {
  contactId: string;
  by: Said["by"];
  intents: readonly string[];
  /** Of the team's message that follows in the conversation; empty: none does. */
  answer: readonly string[];
}

/** A copy of the sample in which threads end with the message that is to be answered. */
export interface HeldOutSample {
  files: SampleFiles;
  threads: HeldOutThread[];
  /** By the id that a message is imported with. */
  meant: ReadonlyMap<string, MeantMessage>;
}

export interface HeldOutOptions {
  seed: number;
  now: Date;
  /** 0–4: which fifth of the conversations is held out. */
  fold: number;
  /** A word that deals conversations anew. */
  deal?: string | undefined;
  /** So many leads only, for a quick look. */
  leads?: number | undefined;
}

const folds = 5;

/** Makes the sample without the answers of one fifth of its conversations, drawn by a hash of their ids that serves nothing else. */
export function heldOutSample(options: HeldOutOptions): HeldOutSample {
  const { seed, now, leads: most } = options;
  const { companies: all, leads } = createLeads(seed);
  // The n-th company is the n-th lead's.
  const companies = all.slice(0, most);
  const stories = leads.slice(0, most).map((lead) => writeStory(seed, lead, now.getTime()));
  const threads: HeldOutThread[] = [];
  const left = stories.map((story) => {
    const found = questionOf(story, options);
    if (found === undefined) return story;
    threads.push(found.thread);
    return upTo(story, found.at);
  });
  return { files: filesOf({ seed, companies, stories: left }), threads, meant: meanings(left) };
}

interface Found {
  thread: HeldOutThread;
  at: number;
}

/** One question of a lead at most, so that what one thread hides is not what another needs. */
function questionOf(story: Story, { fold, deal = "" }: HeldOutOptions): Found | undefined {
  const { lead } = story;
  const found = numbered(story).flatMap(({ id, messages }) => {
    if (draw(`${deal}/conversation/${id}`) % folds !== fold) return [];
    const candidates = messages.flatMap((message, n): Found[] => {
      const asked = askedIn(message);
      const isAnswered = messages[n + 1]?.by === "rep";
      if (!isAnswered || asked.length === 0 || !message.text.includes("?")) return [];
      return [{ at: message.at, thread: threadOf(lead, importedId(id, n), asked) }];
    });
    return candidates.toSorted((a, b) => drawn(a, deal) - drawn(b, deal)).slice(0, 1);
  });
  return found.toSorted((a, b) => drawn(a, deal) - drawn(b, deal))[0];
}

function drawn({ thread }: Found, deal: string): number {
  return draw(`${deal}/message/${thread.messageId}`);
}

function threadOf(lead: Lead, messageId: string, asked: Asking[]): HeldOutThread {
  return {
    messageId,
    contactId: contactOf(lead),
    rep: lead.rep.email,
    product: lead.product.id,
    language: lead.person.language,
    asked,
  };
}

function askedIn({ by, intents = [] }: Said): Asking[] {
  return by === "lead" ? asking.filter((asked) => intents.some((intent) => intent === asked)) : [];
}

/** The story as it stood right after a message: nothing later was said or done, and it had no end yet. */
function upTo(story: Story, at: number): Story {
  return {
    lead: story.lead,
    timeline: {
      ...story.timeline,
      events: story.timeline.events.filter((event) => event.at <= at),
      endedAt: null,
    },
    conversations: story.conversations.map((conversation) => ({
      ...conversation,
      messages: conversation.messages.filter((message) => message.at <= at),
    })),
    touches: story.touches.filter((touch) => touch.at <= at),
  };
}

function meanings(stories: readonly Story[]): Map<string, MeantMessage> {
  return new Map(
    stories.flatMap((story) =>
      numbered(story).flatMap(({ id, messages }) =>
        messages.map(({ by, intents = [] }, n) => {
          const next = messages[n + 1];
          const meant = {
            contactId: contactOf(story.lead),
            by,
            intents,
            answer: next?.by === "rep" ? (next.intents ?? []) : [],
          };
          return [importedId(id, n), meant] as const;
        }),
      ),
    ),
  );
}

/** Conversations under the ids that the sample's files give them. */
function numbered({ lead, conversations }: Story): { id: string; messages: readonly Said[] }[] {
  return conversations
    .filter(({ messages }) => messages.length > 0)
    .map(({ messages }, n) => ({ id: `t-${serial(lead.index)}-${n + 1}`, messages }));
}

/** What the import calls the n-th message of a conversation. */
function importedId(conversation: string, n: number): string {
  return `message:${JSON.stringify([conversation, `${conversation}-${n + 1}`])}`;
}

function contactOf({ index }: Lead): string {
  return `hp-${serial(index)}`;
}

function serial(index: number): string {
  return String(index + 1).padStart(4, "0");
}

function draw(text: string): number {
  return Number.parseInt(hash("sha256", `held-out-drafts${text}`).slice(0, 8), 16);
}

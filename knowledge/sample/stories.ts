import type { Occasion } from "./compose.ts";
import { type Conversation, converse } from "./conversations.ts";
import { createFacts } from "./facts.ts";
import type { Language } from "./language.ts";
import type { Lead } from "./leads.ts";
import { createRandom } from "./random.ts";
import { recordTouch, type Touch } from "./records.ts";
import { layOut, type Timeline } from "./timeline.ts";

/** One lead as the studio's CRM would know it at the present. */
export interface Story {
  lead: Lead;
  timeline: Timeline;
  conversations: Conversation[];
  touches: Touch[];
}

/** Writes a lead's story down as seen from `now`; lines of a talk that is still going on are not there yet. */
export function writeStory(seed: number, lead: Lead, now: number): Story {
  const timeline = layOut(seed, lead, now);
  const random = createRandom(`${seed}/words/${lead.index}`);
  const factsIn = (language: Language) =>
    createFacts(createRandom(`${seed}/facts/${lead.index}`), lead, timeline.createdAt, language);
  const facts = factsIn(lead.person.language);
  const notes = lead.person.language === "en" ? facts : factsIn("en");
  const threads = new Map<string, Conversation>();
  const touches: Touch[] = [];
  for (const event of timeline.events) {
    const occasion: Occasion = {
      random,
      lead,
      facts,
      notes,
      at: event.at,
      appointmentAt: event.appointmentAt,
    };
    const touch = recordTouch(occasion, event);
    if (touch) touches.push(touch);
    else converse(threads, occasion, event);
  }
  const conversations = [...threads.values()].map((c) => ({
    ...c,
    messages: c.messages.filter((m) => m.at < now),
  }));
  return { lead, timeline, conversations, touches };
}

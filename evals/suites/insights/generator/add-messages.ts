import { businessHour, type Coming, gapOf, officeMoment } from "./calendar.ts";
import { chanceOf, factorOf } from "./levels.ts";
import { day, hour, type LocalDay } from "./local-days.ts";
import type { MadeContact, MadeConversation, MadeInteraction, MadeWorkspace } from "./workspace.ts";

interface Life {
  contact: MadeContact;
  /** Nothing is written from then on. */
  lifeEnd: number;
}

/**
 * A form or a call with which the lead comes, then bursts of its messages, each with our answer or none. Both ways of coming are
 * answered alike, and answers come after the lead has ended too: else channels and statuses would differ.
 */
export function addMessages(made: MadeWorkspace, coming: Coming, { contact, lifeEnd }: Life): void {
  const { business, calendar, random, index } = coming;
  const channel = random.pick(["EMAIL", "EMAIL", "CHAT"] as const);
  const conversation: MadeConversation = {
    id: random.uuid(),
    contactId: contact.id,
    channel,
    createdAt: contact.createdAt,
    lastAt: contact.createdAt,
    messages: 0,
  };
  const add = (at: number, rest: Touch) => {
    if (at >= calendar.end) return;
    const userId = rest.direction === "OUTBOUND" ? contact.assignedTo : null;
    made.interactions.push({ id: random.uuid(), contactId: contact.id, userId, at, ...rest });
    if (!rest.conversationId) return;
    conversation.messages++;
    conversation.lastAt = Math.max(conversation.lastAt, at);
  };
  const message = { type: channel, channel, conversationId: conversation.id };
  const speed = Math.exp(business.delay.between * random.normal());
  const answer = (at: number, place: number) => {
    const on = calendar.days[place];
    if (!on || !random.chance(chanceOf(business, "answering", on, coming.groups))) return;
    const first = officeMoment(coming, { from: place, at: at + delayOf(coming, on) * speed });
    const replies = 1 + (random.chance(0.25) ? 1 : 0);
    for (let n = 0; n < replies; n++) add(first + n * 7 * 60_000, { ...message, direction: "OUTBOUND" });
  };

  add(contact.createdAt, { ...random.pick(ways), direction: "INBOUND", conversationId: null });
  answer(contact.createdAt, index);
  for (const { place, bursts } of burstDays(coming)) {
    let at = (calendar.days[place]?.start ?? 0) + businessHour(random) * hour;
    if (at >= lifeEnd) break;
    const length = bursts + random.poisson(bursts * (business.burstLength - 1));
    for (let n = 0; n < length; n++) {
      if (n > 0) at += random.exponential(6) * 60_000;
      add(at, { ...message, direction: "INBOUND" });
    }
    answer(at, place);
  }
  if (random.chance(0.2)) {
    const meeting = contact.createdAt + random.exponential(10) * day;
    add(meeting, { type: "MEETING", channel: "IN_PERSON", direction: null, conversationId: null });
  }
  if (conversation.messages > 0) made.conversations.push(conversation);
}

type Touch = Pick<MadeInteraction, "type" | "channel" | "direction" | "conversationId">;

/** How leads come. */
const ways = [
  { type: "FORM_SUBMISSION", channel: "WEBSITE" },
  { type: "FORM_SUBMISSION", channel: "WEBSITE" },
  { type: "PHONE_CALL", channel: "PHONE" },
] as const;

/**
 * On which days of the calendar the lead writes, and how many bursts: the day's level leaves some out and doubles others. Days lie
 * so far apart that an answer answers one of them only.
 */
function burstDays({ business, calendar, random, index }: Coming): { place: number; bursts: number }[] {
  const days = Array.from({ length: random.poisson(business.bursts) }, () => gapOf(random));
  let place = index;
  return days.flatMap((gap) => {
    place += gap;
    const bursts = random.poisson(calendar.messageLevels[place] ?? 0);
    return bursts > 0 ? [{ place, bursts }] : [];
  });
}

/** Milliseconds until an answer to what was written on this day. */
function delayOf({ business, groups, random }: Coming, on: LocalDay): number {
  const hours = random.logNormal(business.delay.hours, business.delay.within);
  return hours * factorOf(business, "delay", on, groups) * hour;
}

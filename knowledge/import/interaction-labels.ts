import type { Channel, Direction, InteractionType } from "#core/domain/interaction.ts";

/** What a source's own word for an interaction says of the closed types and channels. */
export interface Kind {
  type: InteractionType | null;
  channel: Channel | null;
}

const kinds: readonly (Kind & { words: readonly string[] })[] = [
  { type: "EMAIL", channel: "EMAIL", words: ["email", "emails", "emailed", "mail", "mails", "newsletter"] },
  {
    type: "PHONE_CALL",
    channel: "PHONE",
    words: ["call", "calls", "called", "phone", "telephone", "phonecall", "voicemail", "voice"],
  },
  { type: "MEETING", channel: null, words: ["meeting", "meetings", "appointment"] },
  { type: "MEETING", channel: "IN_PERSON", words: ["inperson", "onsite"] },
  {
    type: "CHAT",
    channel: "CHAT",
    words: [
      "chat",
      "chats",
      "livechat",
      "webchat",
      "whatsapp",
      "sms",
      "messenger",
      "slack",
      "teams",
      "telegram",
    ],
  },
  { type: "SOCIAL_MEDIA", channel: "LINKEDIN", words: ["linkedin"] },
  { type: "SOCIAL_MEDIA", channel: "TWITTER", words: ["twitter", "tweet", "x"] },
  { type: "SOCIAL_MEDIA", channel: "FACEBOOK", words: ["facebook"] },
  { type: "SOCIAL_MEDIA", channel: null, words: ["social", "instagram"] },
  { type: "FORM_SUBMISSION", channel: "WEBSITE", words: ["form", "forms", "webform", "formsubmission"] },
  {
    type: "WEBSITE_VISIT",
    channel: "WEBSITE",
    words: ["visit", "visits", "visited", "website", "webpage", "pageview", "page", "web"],
  },
];

const byWord = new Map(
  kinds.flatMap(({ words, type, channel }) => words.map((word) => [word, { type, channel }] as const)),
);

/**
 * Reads a label by its words: "Phone call", "EMAIL_SENT", "linkedinMessage". A label whose words speak of different
 * types, or of none ("Proposal sent"), says nothing: it is kept as the activity, and the type stays open.
 */
export function kindOf(label: string): Kind {
  const words = wordsOf(label);
  const whole = byWord.get(words.join(""));
  if (whole) return whole;
  // A lone letter is rarely a name: "X_SUBMITTED" is a state, "X" alone the network.
  const found = words.filter((word) => word.length > 1).flatMap((word) => byWord.get(word) ?? []);
  const [first, ...others] = found;
  if (!first || others.some(({ type }) => type !== first.type)) return { type: null, channel: null };
  const channels = new Set(found.flatMap(({ channel }) => channel ?? []));
  return { type: first.type, channel: channels.size === 1 ? ([...channels][0] ?? null) : null };
}

const inbound = new Set([
  "inbound",
  "in",
  "incoming",
  "received",
  "customer",
  "lead",
  "contact",
  "client",
  "user",
  "from",
]);
const outbound = new Set([
  "outbound",
  "out",
  "outgoing",
  "sent",
  "agent",
  "rep",
  "us",
  "staff",
  "seller",
  "to",
]);

/** Reads a direction; null when the word says neither. */
export function directionOf(label: string): Direction | null {
  const word = label.trim().toLowerCase();
  if (inbound.has(word)) return "INBOUND";
  return outbound.has(word) ? "OUTBOUND" : null;
}

function wordsOf(label: string): string[] {
  const spaced = label.slice(0, 200).replace(/([a-z])([A-Z])/g, "$1 $2");
  return spaced
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

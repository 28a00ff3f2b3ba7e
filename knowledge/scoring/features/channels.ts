import { type Channel, channel } from "#core/domain/interaction.ts";
import type { EngagementFeature } from "./feature.ts";
import { newestIds } from "./history.ts";

const spoken: Record<Channel, string> = {
  EMAIL: "email",
  PHONE: "phone",
  LINKEDIN: "LinkedIn",
  TWITTER: "Twitter",
  FACEBOOK: "Facebook",
  WEBSITE: "the website",
  CHAT: "chat",
  IN_PERSON: "meetings in person",
};

/** A channel as people call it. */
export function channelName(name: Channel): string {
  return spoken[name];
}

/** Over how many channels, and over which, the lead and the team meet. */
export const channels: readonly EngagementFeature[] = [
  {
    name: "channels",
    label: "different channels used",
    unit: "count",
    compute: ({ all }) =>
      all.length === 0 ? 0 : new Set(all.map((i) => i.channel).filter((c) => c !== null)).size,
    evidence: ({ all }) => newestIds(all.filter((i) => i.channel !== null)),
  },
  ...channel.options.map(shareOf),
];

function shareOf(name: Channel): EngagementFeature {
  return {
    name: `channel_share_${name.toLowerCase()}`,
    label: `share of interactions over ${spoken[name]}`,
    unit: "share",
    compute: ({ all }) =>
      all.length === 0 ? null : all.filter((i) => i.channel === name).length / all.length,
    evidence: ({ all }) => newestIds(all.filter((i) => i.channel === name)),
  };
}

import type { Business, Driver } from "../generator/business.ts";

type Signs = Readonly<Record<string, 1 | -1>>;

/** Metrics that are a driver's own: finding the effect means finding it in one of them. */
export const ownMetrics: Readonly<Record<Driver, readonly string[]>> = {
  leads: ["new_leads"],
  messages: ["inbound_messages", "outbound_messages", "interactions"],
  winning: ["win_rate", "conversion_rate", "won", "lost"],
  delay: ["first_response_time"],
  answering: ["reply_rate"],
};

/** Every metric that moves when a driver does, and whether it goes the same way: what else may be claimed. */
export const consequences: Readonly<Record<Driver, Signs>> = {
  leads: { new_leads: 1, interactions: 1, inbound_messages: 1, outbound_messages: 1, won: 1, lost: 1 },
  messages: { interactions: 1, inbound_messages: 1, outbound_messages: 1 },
  winning: { win_rate: 1, conversion_rate: 1, won: 1, lost: -1 },
  delay: { first_response_time: 1, reply_rate: -1 },
  answering: { reply_rate: 1, outbound_messages: 1, interactions: 1, first_response_time: -1 },
};

/** What follows with a delay of weeks, because a lead writes and ends long after it came, and came long before it ended. */
export function isDelayed(driver: Driver, metric: string): boolean {
  return (driver === "leads" && metric !== "new_leads") || metric === "conversion_rate";
}

/** Metrics that have a weekday pattern where activity has one. */
const weeklyMetrics = [
  "new_leads",
  "won",
  "lost",
  "interactions",
  "inbound_messages",
  "outbound_messages",
  "first_response_time",
  "reply_rate",
];

/** Whether a weekday pattern of a metric is true of a business, whatever else was planted in it. */
export function hasWeek({ weekdays, officeDays }: Business, metric: string): boolean {
  const flat = weekdays.every((share) => share === weekdays[0]) && !officeDays;
  return !flat && weeklyMetrics.includes(metric);
}

/** What can be run by itself, in this order. */
export const insightsParts = ["null", "planted", "forecasts", "models", "journeys", "speed"] as const;
export type InsightsPart = (typeof insightsParts)[number];

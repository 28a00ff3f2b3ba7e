import { findPersonalData } from "#knowledge/privacy/find-personal-data.ts";
import { readSample } from "#knowledge/sample/read-sample.ts";
import { sampleFiles } from "#knowledge/sample/sample-workspace.ts";
import type { AlarmsResult } from "./results.ts";

/**
 * What is found in the sample workspace's messages, which are full of dates, times, prices and counts. The sample writes
 * addresses with an @ and telephone numbers with a + and nothing else of the kind; all other finds are false.
 */
export function falseAlarms({ messages: limit }: { messages: number }): AlarmsResult {
  const rows = readSample(sampleFiles({ seed: 7, now: new Date("2026-11-21T00:00:00Z") }));
  const messages = rows.messages.slice(0, limit);
  const found = messages.flatMap(({ text }) => findPersonalData(text));
  const alarms = found.filter(
    ({ kind, text }) =>
      !(kind === "email" && text.includes("@")) && !(kind === "phone" && text.startsWith("+")),
  );
  return {
    messages: messages.length,
    right: found.length - alarms.length,
    alarms: alarms.map(({ kind, text }) => `${kind}: ${text}`),
  };
}

import type { SnapshotInteraction } from "../../snapshots/snapshot.ts";
import type { EngagementFeature } from "../feature.ts";
import { type History, newestIds } from "../history.ts";

const prefix = "said:";

/** True of a feature name that counts the lead's messages with one word or pair of words. */
export function isPhraseFeature(name: string): boolean {
  return name.startsWith(prefix);
}

/** What people call the use of a phrase. */
export function phraseLabel(phrase: string): string {
  return `says “${phrase}”`;
}

/** The measure that counts the lead's messages with one phrase; its name starts with "said:". */
export function phraseFeature(name: string): EngagementFeature {
  const phrase = name.slice(prefix.length);
  return {
    name,
    label: phraseLabel(phrase),
    unit: "count",
    compute: ({ inbound }) => inbound.filter((i) => says(i, phrase)).length,
    evidence: ({ inbound }) => newestIds(inbound.filter((i) => says(i, phrase))),
  };
}

/** How many of this lead's messages have each phrase that was looked for, by feature name; what it never says is absent and means 0. */
export function phraseCounts({ inbound }: History): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reading } of inbound) {
    for (const phrase of reading?.phrases ?? []) {
      const name = prefix + phrase;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** The phrases that a model's features look for. */
export function phrasesIn(features: Iterable<string>): Set<string> {
  const phrases = new Set<string>();
  for (const name of features) if (isPhraseFeature(name)) phrases.add(name.slice(prefix.length));
  return phrases;
}

function says({ reading }: SnapshotInteraction, phrase: string): boolean {
  return reading?.phrases.includes(phrase) ?? false;
}

import { mostOfAKind, speakerOf } from "./kept.ts";
import type { ReadMessage } from "./read-message.ts";
import type { Signal } from "./signal.ts";

/** Messages before it that the tone is held against; fewer than two tell no mood. */
const compared = 3;
const leastBefore = 2;
/** From here on a tone is negative. */
const negative = -0.4;

/** Messages in which the tone falls from neutral or positive to negative. One sad word is no turn: two are, or one beside a refusal, a concern or the price. */
export function findNegativeTurns(messages: readonly ReadMessage[]): Signal[] {
  const spoken = messages.filter((message) => message.awaits || message.tone !== null);
  return spoken
    .flatMap((message, place) => {
      const before = spoken.slice(Math.max(0, place - compared), place);
      if (before.length < leastBefore || message.tone === null || message.tone > negative) return [];
      const mean = before.reduce((sum, { tone }) => sum + (tone ?? 0), 0) / before.length;
      if (mean < 0 || !isPlain(message)) return [];
      return [toSignal(message, { before: round(mean), after: round(message.tone) })];
    })
    .slice(-mostOfAKind);
}

/** Whether more than a single word tells the mood, or the source itself does. */
function isPlain({ told, entry }: ReadMessage): boolean {
  if (entry.metadata?.sentiment) return true;
  const count = (names: readonly string[]) => told.filter(({ name }) => names.includes(name)).length;
  const cold = count(["negative"]);
  return cold >= 2 || (cold >= 1 && count(["refusal", "concern", "costly"]) >= 1);
}

function toSignal(message: ReadMessage, detail: Record<string, number>): Signal {
  return {
    kind: "negative_turn",
    at: message.at,
    messageIds: [message.entry.id],
    quote: message.told.find(({ name }) => name === "negative")?.quote ?? message.told[0]?.quote ?? null,
    speaker: speakerOf(message),
    detail,
  };
}

function round(tone: number): number {
  return Math.round(tone * 100) / 100;
}

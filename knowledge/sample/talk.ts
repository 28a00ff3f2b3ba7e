import type { Spoken } from "./acts.ts";
import type { Occasion } from "./compose.ts";
import { slotsAt } from "./facts.ts";
import { callTopics, chatTopics, type Exchange } from "./phrases/spoken.en.ts";
import type { Random } from "./random.ts";
import { capitaliseSentences, fill } from "./template.ts";

/** One line of a chat or a transcript; `after` is milliseconds since its beginning. */
export interface Line {
  by: "lead" | "rep";
  after: number;
  text: string;
}

/** Writes a chat on the website, which is in English everywhere: what is asked follows from the causes, and from chance. */
export function composeChat(occasion: Occasion): Line[] {
  const { random, lead } = occasion;
  const { causes } = lead;
  const topics: Exchange[] = [chatTopics.hello, chatTopics.need];
  if (random.chance(0.55 + 0.1 * causes.need)) topics.push(chatTopics.price);
  if (random.chance(0.4 + 0.15 * causes.urgency)) topics.push(chatTopics.time);
  topics.push(chatTopics.bye);
  return lines(occasion, topics, { pace: 45_000, careful: random.chance(0.4) });
}

/** Writes a call down word by word; it fills about the call's minutes. */
export function composeTranscript(occasion: Occasion, call: Spoken): Line[] {
  const { random, lead } = occasion;
  const { causes } = lead;
  const asks = {
    feature: 0.5 + 0.12 * causes.need,
    price: 0.6 + 0.1 * causes.need,
    time: 0.4 + 0.15 * causes.urgency,
    rival: causes.competitor ? 0.6 : 0.04,
  };
  const topics: Exchange[] = [
    callTopics.hello,
    call.topic === "proposal" ? callTopics.proposal : callTopics.need,
  ];
  for (const topic of ["feature", "price", "time", "rival"] as const) {
    if (random.chance(asks[topic])) topics.push(callTopics[topic]);
  }
  topics.push(callTopics.bye);
  const turns = topics.reduce((sum, topic) => sum + 2 * topic.length, 0);
  return lines(occasion, topics, { pace: (call.minutes * 60_000) / turns, careful: true });
}

function lines(
  { random, notes: facts, at }: Occasion,
  topics: readonly Exchange[],
  { pace, careful }: { pace: number; careful: boolean },
): Line[] {
  const slots = slotsAt(facts, at);
  const said: Line[] = [];
  let after = 0;
  const say = (by: "lead" | "rep", options: readonly string[]) => {
    const text = fill(random, random.pick(options), slots);
    said.push({
      by,
      after: Math.round(after),
      text: careful || by === "rep" ? capitaliseSentences(text) : text,
    });
    after += pace * pause(random);
  };
  for (const { lead, rep } of topics.flat()) {
    say("lead", lead);
    say("rep", rep);
  }
  return said;
}

function pause(random: Random): number {
  return random.between(0.4, 1.5);
}

import { drawFrom } from "../draw.ts";
import { englishTalks } from "./colleague-talks.ts";
import { talksAbroad } from "./colleague-talks-abroad.ts";
import { drawSlots, fill } from "./slots.ts";
import { threadOf, type WrittenReply } from "./thread-of.ts";

const talks = [...englishTalks, ...talksAbroad];

/** So many replies of colleagues who have read the sources, all talks in turn. */
export function colleagueReplies(count: number, fresh?: string): WrittenReply[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = drawFrom(`colleague ${fresh ?? ""} ${at}`);
    const talk = talks[at % talks.length];
    if (!talk) throw new RangeError("no talk");
    const slots = drawSlots(draw, talk.language);
    const put = (text: string) => fill(text, slots);
    return threadOf(draw, {
      language: talk.language,
      asked: put(talk.asked),
      earlier: [],
      record: [],
      articles: talk.facts.map(put),
      replies: [],
      body: talk.reply.map(put),
    });
  });
}

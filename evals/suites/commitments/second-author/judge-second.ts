import { checkReply } from "#tools/check-reply.ts";
import { plain } from "../plain.ts";
import { colleagueReplies } from "./colleague-replies.ts";
import { type SecondCase, secondCases } from "./second-cases.ts";
import type { WrittenReply } from "./thread-of.ts";

export interface SecondOutcome {
  made: SecondCase;
  /** The promise left, word for word. */
  left: boolean;
  /** What tells the promise stands in the reply, in whatever sentence. */
  told: boolean;
}

/** What becomes of the second author's promises. */
export function judgeSecond(count: number, fresh?: string): SecondOutcome[] {
  return secondCases(count, fresh).map((made) => {
    const text = checked(made);
    const open = text.replace(/\[confirm: \w+\]/g, "").toLowerCase();
    return {
      made,
      left: text.includes(plain(made.promise)),
      told: made.tells.some((tell) => open.includes(tell.toLowerCase())),
    };
  });
}

/** For each reply of the second author's colleagues whether it passes as it is. */
export function judgeColleagues(count: number, fresh?: string): boolean[] {
  return colleagueReplies(count, fresh).map(
    (reply) => checked(reply) === plain(reply.sentences.map(({ text }) => text).join(" ")),
  );
}

function checked({ thread, sentences, sources, questions }: WrittenReply): string {
  const reply = checkReply({ thread, sentences, sources, questions, injection: { score: 0, reasons: [] } });
  return plain(reply.sentences.map(({ text }) => text).join(" "));
}

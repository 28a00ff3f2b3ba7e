import { sentencesOf } from "#knowledge/grounding/sentences.ts";
import { drawFrom } from "./draw.ts";
import { threadOf, type WrittenReply } from "./second-author/thread-of.ts";

/** A turn of somebody's chat: "fact" is what a tool or record told the agent. */
export interface Turn {
  who: "agent" | "customer" | "fact";
  text: string;
}

const fewest = 3;

/** Real replies: of each chat one, drawn, with all that was said and looked up before as its sources. */
export function agentReplies(chats: readonly (readonly Turn[])[], atMost: number): WrittenReply[] {
  return chats.slice(0, atMost).flatMap((turns, no) => {
    const draw = drawFrom(`agent ${no}`);
    const places = turns.flatMap(({ who }, at) =>
      who === "agent" && at >= fewest && turns[at - 1]?.who !== "agent" ? [at] : [],
    );
    if (places.length === 0) return [];
    const at = draw.pick(places);
    const before = turns.slice(0, at);
    const asked = before.findLast(({ who }) => who === "customer")?.text ?? "";
    const reply = threadOf(draw, {
      language: "en",
      asked,
      earlier: before
        .filter(({ who, text }) => who !== "fact" && text !== asked)
        .map(({ who, text }) => ({ ours: who === "agent", text })),
      record: [],
      articles: before.filter(({ who }) => who === "fact").map(({ text }) => text),
      replies: [],
      body: sentencesOf(turns[at]?.text ?? ""),
    });
    return [{ ...reply, questions: sentencesOf(asked).filter((text) => text.endsWith("?")) }];
  });
}

import { isPromiseToCheck } from "../check/promise-to-check.ts";
import type { Phrases } from "./phrases.ts";
import { wantsPrice, wantsTime } from "./wanted-kind.ts";

/** What stands behind these at the end of a question is what it is about. */
const object =
  /\b(?:include|offer|have|need|about|take care of|with|for)\s+((?:(?:a|an|the|any)\s)?(?:(?!(?:to|that|which|who|what|how|if|later|us|me|you|it|this|that|and|or|is|are|be|have|need|show|for|with|about|more|less|others?|something|anything)\b)[\p{L}-]+\s?){1,5})[?.]?$/iu;

/** Says which questions will be checked: by what they are about where that can be told of all, else that the others will be. */
export function promiseToCheck(
  open: readonly string[],
  { phrases, isRest }: { phrases: Phrases; isRest: boolean },
): string {
  const topics = [...new Set(open.map((question) => topicOf(question, phrases)))];
  const otherwise = isRest ? phrases.checkRest : phrases.checkAll;
  if (topics.length > 2 || topics.some((topic) => topic === undefined)) return otherwise;
  const said = phrases.checkTopics(topics.join(` ${phrases.and} `));
  return isPromiseToCheck(said) ? said : otherwise;
}

function topicOf(question: string, { topics, objects }: Phrases): string | undefined {
  if (wantsPrice(question)) return topics.price;
  if (wantsTime(question)) return topics.time;
  const [, found] = (objects && object.exec(question.trim())) || [];
  return found?.trim();
}

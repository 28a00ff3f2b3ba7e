import type { DraftSource } from "#core/domain/draft.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import type { ThreadToAnswer } from "../thread.ts";

/** What a person writes themselves: words about it by a machine make it worse, or bind the team. */
const forPeople: Readonly<Record<string, string>> = {
  complaint: "the message is a complaint",
  contract_legal: "the message is about a contract or the law",
  cancellation: "the message is about a cancellation",
  opt_out: "the writer wants no more messages or their data deleted",
};
/** Nobody expects an answer to these. */
const needless: Readonly<Record<string, string>> = {
  out_of_office: "the message is an automatic or absence notice",
  solicitation: "the message is unasked-for selling",
};
/** News that a person answers in their own words. */
const ownWords: Readonly<Record<string, string>> = {
  decline_offer: "the message reads like a refusal and asks nothing",
  thanks: "the message thanks or confirms and asks nothing; maybe no reply is needed",
};
/** Whoever asks something and wants to hear no more says so in such words; a classifier alone takes newsletters for it. */
const optsOut =
  /\b(?:unsubscribe|opt(?:ing)?[ -]?out|(?:remove|delete|erase)\b[^.?!]{0,40}\b(?:me|us|my|our|data|details|address|account|from)|stop\b[^.?!]{0,20}\b(?:sending|writing|mailing|e-?mailing|contacting|calling|messages|mails|e-?mails|newsletters?)|no more (?:mails|e-?mails|messages|newsletters?)|not? (?:longer|further) (?:want|wish|mails|e-?mails|messages|contact)|take (?:me|us) off|leave (?:me|us) alone|(?:do not|don't|never) (?:contact|write|mail|email|call|send)|not interested|abmelde\p{L}*|abbestell\p{L}*|lösch\p{L}*|keine (?:weiteren )?(?:mails|nachrichten|werbung)|aufhören|désinscri\p{L}*|désabonn\p{L}*|supprim\p{L}*|effac\p{L}*|plus de messages|ne (?:me|nous) (?:contactez|écrivez)|(?:dar(?:me|nos)?|de) (?:de )?baja|borr\p{L}*|elimin\p{L}*|dejen? de)\b/iu;
/** Whoever asks when a contract ends or renews has not cancelled it. */
const cancels =
  /\b(?:cancel\p{L}*|terminat\p{L}*|quit\p{L}*|stop\p{L}*|leav(?:e|ing)|give notice|notice period|(?:end|close) (?:our|my|the|this) (?:contract|account|subscription|plan)|get out|not? (?:renew|longer|continue)\p{L}*|(?:do not|don't|won't|will not) (?:renew|extend|continue)|switch\p{L}*|refund|money back|kündig\p{L}*|storn\p{L}*|nicht verlängern|résili\p{L}*|annul\p{L}*|arrêt\p{L}*|mettre fin|cancelar|dar(?:nos|me)? de baja|rescindir|no renovar)\b/iu;
/** Below it an intent is no reason. */
const sure = 0.5;

interface Reading {
  intent: string | null;
  probability: number;
  questions: readonly string[];
  isFlagged: boolean;
}

/** Why a person must write the answer, known before anything is written; undefined: nothing speaks against a draft. */
export function handOverReason(
  { answers }: Pick<ThreadToAnswer, "answers">,
  { intent, probability, questions, isFlagged }: Reading,
): string | undefined {
  if (answers.noAnswer !== null) return answers.noAnswer;
  if (answers.text.trim() === "") return "the message has no text";
  if (isFlagged && questions.length === 0)
    return "the message reads like orders to an assistant and asks nothing";
  if (intent !== null && probability >= sure) {
    const said = intent === "opt_out" ? optsOut : intent === "cancellation" ? cancels : undefined;
    const isMistaken = said !== undefined && questions.length > 0 && !said.test(answers.text);
    if (forPeople[intent] && !isMistaken) return forPeople[intent];
    if (needless[intent] && questions.length === 0) return needless[intent];
    if (ownWords[intent] && questions.length === 0) return ownWords[intent];
  }
  return undefined;
}

const quoteLength = 160;
const mostQuestions = 5;
const mostSources = 2;

/** What a person needs to know to answer: who, what they want, what was found, what is open. Others' words stand in quotation marks. */
export function handOverSummary(
  { contact, answers, messages }: ThreadToAnswer,
  { questions, sources }: { questions: readonly string[]; sources: readonly DraftSource[] },
): string {
  const company = contact.company ? ` of ${contact.company}` : "";
  const lastOwn = messages.findLast(({ direction }) => direction === "OUTBOUND");
  const found = sources.filter(({ kind }) => kind === "article").slice(0, mostSources);
  return [
    `${contact.name}${company} wrote on ${answers.at.toISOString().slice(0, 10)}: ${quoted(answers.text)}`,
    ...(lastOwn
      ? [`We wrote last on ${lastOwn.at.toISOString().slice(0, 10)}: ${quoted(lastOwn.text)}`]
      : []),
    ...(questions.length > 0
      ? ["They ask:", ...questions.slice(0, mostQuestions).map((question) => `- ${quoted(question)}`)]
      : []),
    ...(found.length > 0
      ? [
          "Articles that may help:",
          ...found.map(({ title, text }) => `- ${title ?? "untitled"}: ${quoted(text)}`),
        ]
      : ["No article was found that may help."]),
  ].join("\n");
}

/** Whole sentences as far as they fit. */
function quoted(text: string): string {
  let line = "";
  for (const sentence of sentencesOf(text)) {
    if (line !== "" && line.length + sentence.length > quoteLength) break;
    line = line === "" ? sentence : `${line} ${sentence}`;
  }
  const plain = line.replace(/["“”„«»]/gu, "'").replace(/\s+/g, " ");
  return `"${plain.length > quoteLength ? `${plain.slice(0, quoteLength)}…` : plain}"`;
}

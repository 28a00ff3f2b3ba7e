import { sentencesOf } from "../grounding/sentences.ts";
import { ownWords } from "../scoring/features/text/own-words.ts";
import { opensAsk } from "../signals/ask-openers.ts";
import { isPleasantry } from "../signals/pleasantries.ts";
import { beforeSignature } from "../signals/signature.ts";
import { isUnmarkedQuestion } from "./unmarked-questions.ts";

/** A message asks for less; whoever writes more must not make a reply endless. */
const mostQuestions = 30;
const longestSentence = 600;

/**
 * The sentences of a message that ask for something, in their order: questions and requests of its own words, not of quoted
 * replies or signatures, and no pleasantries ("How are you?", "Please find attached …").
 */
export function findQuestions(message: string): string[] {
  const own = beforeSignature(ownWords(message)).replace(/[？؟]/g, "?");
  return sentencesOf(own).filter(asksForSomething).slice(0, mostQuestions);
}

/** Whether a sentence asks for something: an answer, a thing, a deed. */
export function asksForSomething(sentence: string): boolean {
  const plain = sentence
    .slice(0, longestSentence)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim();
  if (isPleasantry(plain.replace(/[?.!]+$/, "").replace(/[,;:–—-]+ /g, ", ")) || empty.test(plain))
    return false;
  const [first, second] = plain.split(/[ ,]+/, 2);
  return (
    questionMark.test(plain) ||
    opensAsk(first, second) ||
    isUnmarkedQuestion(plain) ||
    request.test(plain) ||
    (imperative.test(plain) && !advert.test(plain))
  );
}

/** After a word, a bracket or a quotation mark, not within a link. */
const questionMark = /[\p{L}\p{N})"'”»…] ?\?+(?=\s|$|["')”»!.…])/u;

/** Requests that ask for nothing: a file to be noticed, a hand held out. */
const empty =
  /^(?:[^,.]{0,30}, )?(?:please (?:find|see|note|accept|be advised|be informed|do not hesitate|don't hesitate|feel free|excuse|forgive)|bitte beachten|anbei|veuillez (?:trouver|agréer|recevoir)|adjunto|(?:do not|don't) (?:hesitate|worry|bother)|feel free|(?:have|enjoy) (?:a|an|your|the) (?:\p{L}+ )?(?:day|week|weekend|evening|afternoon|morning|one|time|trip|holidays?|vacation|christmas|summer))\b/u;

const request = new RegExp(
  [
    String.raw`\b(?:please|pls|plz|kindly)\b(?!\s*(?:find|see|note|accept|do not hesitate|don't hesitate|feel free))`,
    String.raw`\b(?:can|could|would|will|won't|couldn't) (?:you|u|someone|anyone|anybody|somebody)\b`,
    String.raw`\b(?:can|could|may|might|shall|should) (?:i|we) (?:get|have|see|ask|talk|speak|meet|try|do|also|please|come|set|schedule|move)\b`,
    String.raw`\blet (?:me|us) know\b`,
    String.raw`\b(?:tell|send|give|show|email|e-mail|mail|call|ring|fax|forward|get|text|write|remind) (?:me|us|him|her|them)\b(?! (?:that|a good feeling))`,
    String.raw`\bget back to (?:me|us)\b`,
    String.raw`\b(?:i|we)(?:'d| would) (?:appreciate|be (?:grateful|glad|happy|interested)|need|(?:also |really |still )?like (?:you|to)|love (?:you )?to)\b`,
    String.raw`\b(?:i|we) (?:need|want|require|ask|expect) (?:you|your|a|an|the|to (?:know|see|get|have|talk|meet|discuss))\b`,
    String.raw`\b(?:i|we) (?:was|were|am|are) (?:wondering|hoping|asking)\b|\bi wonder (?:if|whether|what|how)\b`,
    String.raw`\bit would be (?:nice|great|good|helpful|useful) if\b|\bneed to know\b|\binvite you\b|\bcall me (?:at|on|back|if|when)\b`,
    String.raw`\bwould it be possible\b|\bis it possible\b|\bdo you mind\b|\bwould you mind\b`,
    String.raw`\b(?:looking|look) forward to (?:your (?:answer|reply|response|feedback))\b`,
    String.raw`\byou (?:need|have|may want|might want|should|must) to (?:send|call|check|confirm|sign|complete|contact|return|review)\b`,
    String.raw`\bwhy don't (?:you|we)\b|\bhow about\b|\bwhat about\b|\blet's (?:meet|talk|discuss|schedule|set|plan|get|do|have|try)\b`,
    String.raw`\b(?:any|your) (?:thoughts|comments|suggestions|feedback|input|help) (?:is|are|would be|on|about)\b`,
    String.raw`\b(?:bitte|könn(?:en|ten) sie|kannst du|könntest du|würden sie|gebt|geben sie mir|sagen sie mir|lassen sie (?:mich|uns) wissen|ich (?:hätte|möchte|bräuchte|brauche) (?!mich))`,
    String.raw`\b(?:merci de|pouvez-vous|pourriez-vous|veuillez|je (?:souhaite|souhaiterais|voudrais|aimerais)|dites-moi|s'il vous plaît|svp)\b`,
    String.raw`(?:\bpor favor\b|\bpodría|\bpuede(?:n|s)? (?:enviar|decir|mandar|confirmar|ayudar)|\bme gustaría|\bquisiera|\bnecesito|\bdígame|\benvíenme)`,
  ].join("|"),
  "u",
);

/** A name or a word that leads in, then a verb that tells somebody to do something. */
const imperative =
  /^(?:[\p{L}.]{2,20}(?: [\p{L}.]{2,20})?, ?|(?:and|so|also|then|just|hi|hey|hello|again|ok|okay)(?: [\p{L}]+)?,? )?(?:add|advise|arrange|ask|book|bring|call|cancel|change|check|confirm|contact|copy|correct|delete|do not|don't|email|e-mail|explain|fill|forward|get|give|have|help|include|invite|join|keep|leave|mail|make|meet|move|note|pass|pay|print|provide|put|read|remove|reply|resend|respond|return|review|schedule|see if|see me|send|set up|sign|stop|submit|take|tell|try|update|verify|visit|wait|write)\b(?! ?[,:?]| (?:of|for your|you for)\b|(?: (?!(?:if|whether|what|when|where|how|that|which|who)\b)\S+){0,4}? (?:is|are|was|were)\b)/u;
/** Slogans begin with verbs as well. */
const advert = /\$link|https?:|www\.|\bfree\b|\bclick\b|!\s*$|\btoday\b.*\boff\b|%|\bnow\b/u;

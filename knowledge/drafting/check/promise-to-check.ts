import { findCommitments } from "./commitments/find-commitments.ts";

const check =
  "(?:(?:just |quickly |first )?(?:check|find out|clarify|look into|verify|ask(?: (?:my|our|the) (?:team|colleagues?))?|double-check|confirm|look (?:it|this|that) up))";
const back =
  "(?:(?:come|get|report) back to you|let you know|follow up(?: with you)?|reply to you|update you)(?: (?:here|on (?:this|that|it|them|these)|about (?:this|that|it|them|these)|with (?:an answer|the answer|answers|details|more details)|soon|shortly|as soon as (?:i|we) (?:can|know(?: more)?)|as soon as possible))*";
const what = String.raw`(?: [\p{L}\p{N}'’"“”\[\]:%€$£.,-]+){0,24}?`;
const forms = [
  `(?:(?:i|we)(?:'ll| will| need to| have to| must| would have to| am going to| are going to)|let me) (?:${check}${what}(?:,? (?:and|then|and then) (?:(?:i|we)(?:'ll| will) )?${back})?|${back})`,
  `(?:i|we) (?:do not|don't|cannot|can't) (?:yet )?(?:have|know|say|tell|confirm|answer)${what}(?: (?:but|and|so) (?:i|we)(?:'ll| will) (?:${check}${what}(?: and ${back})?|${back}))?`,
  `(?:ich|wir) (?:kläre?n?|prüfen?|frage nach)${what} und (?:melde[n]? (?:mich|uns)|kommen? auf sie zu)(?: (?:bei ihnen|wieder|damit))*|ihre (?:übrigen |anderen )?fragen kläre ich und melde mich(?: bei ihnen)?`,
  `je vérifie${what} et je reviens vers vous|nous vérifions${what} et revenons vers vous`,
  `(?:lo )?compruebo${what} y (?:le respondo|le escribo|me pondré en contacto(?: con usted)?)|(?:lo )?consulto${what} y le respondo`,
];
const form = new RegExp(`^(?:${forms.join("|")})[.!]*$`, "iu");
/** Whoever checks does nothing else. */
const does =
  /\b(?:give|grant|offer|send|sent|pay|refund|credit|transfer|waive|apply|book|reserve|deliver|ship|start|cancel|change|set up|arrange|guarantee|fix|upgrade|discounted|free|agree|accept|approved?|agreed|is|are|was|were|you(?:'ll| will) (?:get|have|receive))\b/iu;

/**
 * Whether a sentence promises to find something out and come back, and nothing else. What stands behind "whether" is no promise, but
 * holds no value either: a figure there would be repeated as if it had been said.
 */
export function isPromiseToCheck(sentence: string): boolean {
  const text = sentence.trim().replace(/[’‘]/g, "'").replace(/\s+/g, " ");
  if (!form.test(text) || /https?:|www\.|@/.test(text)) return false;
  const open = text.replace(
    /\b(?:whether|if|ob|si)\b.*?(?=,? \b(?:and|und|et|y)\b (?:(?:i|we)(?:'ll| will) )?(?:come|get|let|follow|melde|je|le)\b|$)/iu,
    " ",
  );
  return !does.test(open) && valuesOf(text).length === 0;
}

function valuesOf(text: string) {
  return findCommitments(text, null).filter(
    ({ kind, value }) => /\d/.test(value) || kind === "date" || kind === "deadline" || value === "0",
  );
}

import { detectLanguage } from "../../retrieval/lexical/analyse.ts";
import { findCommitments } from "./commitments/find-commitments.ts";
import { contentWords } from "./content-words.ts";
import { courtesyPhrases } from "./courtesy-phrases.ts";

/** Whom a draft may name in its greeting and closing, and what its thanks may be about. */
export interface Acquaintance {
  /** Words of the contact's name and of how they sign, folded to lower case. */
  contact: ReadonlySet<string>;
  /** Words of the sender's name, likewise. */
  sender: ReadonlySet<string>;
  /** What the contact wrote. */
  thread: string;
}

export type CourtesyKind = "greeting" | "closing" | "courtesy";

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|bonjour|bonsoir|salut|chère?|madame|monsieur|hola|buenos días|buenas tardes|estimad[oa])(?![\p{L}])[,:]?\s*(.*?)[,!.:]*$/iu;
const greeted =
  /^(?:mr|mrs|ms|mx|dr|prof|sir|madam|frau|herr|madame|monsieur|señora?|don|doña|all|both|team|there|everyone|everybody|again|und|and|et|y|zusammen|à tous|together)$/iu;
const closing =
  /^(?:(?:with )?(?:(?:best|kind|warm|many|kindest|warmest) )?(?:regards|wishes)|all the best|best|cheers|sincerely(?: yours)?|yours(?: sincerely| truly| faithfully)?|(?:many |best )?thanks(?: and (?:best |kind )?regards| again| in advance)?|thank you|mit (?:freundlichen|besten|vielen|herzlichen) grüßen|(?:viele|beste|liebe|herzliche|freundliche|schöne) grüße|mfg|vg|lg|gruß|cordialement|bien (?:cordialement|à vous)|(?:meilleures )?salutations(?: distinguées)?|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente)[,.!]*(?:\s+(.*))?$/isu;

/** Sentences that tell nothing; (…) is looked at further. */
const set = [
  "(?:i |we )?(?:really )?(?:hope|trust) (?:that )?(?:you(?:'re| are)? (?:are )?(?:doing )?(?:well|fine|good)|this (?:e-?mail |message )?(?:helps|finds you well|answers your questions?|is (?:helpful|useful|clear))|that helps|all is well|you had a (?:good|nice|great|lovely) (?:week|weekend|day|time|holiday|summer))(?: (?:a (?:bit|little)|today))?",
  "(?:it was |it is |it's )?(?:great|good|nice|lovely|a pleasure) (?:to hear (?:back )?from you|hearing (?:back )?from you|talking (?:to|with) you|speaking (?:to|with) you|meeting you|to meet you|to e-?meet you)(?: (?:again|today|yesterday|last week))?",
  "(?:i am |i'm |we are |we're )?(?:happy|glad|pleased) to help(?: (?:you|with (?:this|that|your questions?)))?",
  "(?:you(?:'re| are) (?:very |most )?welcome|my pleasure|no need to apologi[sz]e|congratulations|take care|talk (?:to you )?soon|speak soon|have a (?:great|good|nice|lovely|pleasant) (?:day|week|weekend|evening|start (?:to|of) the week)|enjoy your (?:day|week|weekend|evening)|(?:those are |that is |that's |these are )?(?:a )?(?:good|great|fair|excellent) (?:questions?|points?))",
  "(?:here (?:are|is)|please find|below (?:are|is)) (?:the |my |our )?(?:answers?|reply) (?:to your questions?|below)?",
  "(?:to|regarding|about|on) your (?:other |second |first |last )?(?:questions?|points?)",
  "(?:i |we )(?:completely |fully |totally )?(?:understand|appreciate)(?: (?:your|that this is) (?:question|concern|concerns|patience|interest|position|message|frustrating|annoying|time|feedback))*",
  String.raw`(?:please )?(?:let (?:me|us) know|tell (?:me|us)|write (?:to )?(?:me|us)|reach out|get in touch|get back to (?:me|us)|contact (?:me|us)|feel free to (?:ask|reach out|write|reply|contact (?:me|us)|get in touch)|(?:do not|don't) hesitate to (?:ask|reach out|write|reply|contact (?:me|us)|get in touch))(?: (?:if|whether|should|when|in case|at any time|anytime|any time|with|how|what|which)(?: [\p{L}'-]+){0,14})?`,
  "(?:if|should) you (?:have|need) (?:any )?(?:further |more |other |additional )?(?:questions?|help|information|details),? (?:just |please |simply )?(?:let (?:me|us) know|ask|reply|write (?:to )?(?:me|us)|contact (?:me|us)|reach out|feel free to (?:ask|reach out|contact (?:me|us))|(?:do not|don't) hesitate to (?:ask|reach out|contact (?:me|us)))",
  "(?:i |we )?(?:'m |am |are |'re )?look(?:ing)? forward to (?:hearing (?:back )?from you|your (?:reply|answer|response|feedback|thoughts|message)|(?:talking|speaking|working|meeting) (?:to|with) you|meeting you|it)(?: (?:soon|again))?",
  "ich hoffe,? (?:es geht ihnen gut|das hilft ihnen(?: weiter)?|das hilft(?: weiter)?)|gern(?:e)? geschehen|(?:bei|für) (?:weiteren |weitere )?(?:fragen|rückfragen) (?:stehe ich|stehen wir|melden sie sich)(?: (?:ihnen |dir )?(?:gern|gerne|jederzeit|einfach))*(?: zur verfügung)?|(?:ich freue mich|wir freuen uns) (?:auf|von) (?:ihre (?:antwort|rückmeldung)|ihnen zu hören)|schönen (?:tag|abend)(?: noch)?|schönes wochenende|melden sie sich (?:gern|gerne|jederzeit)",
  "j'espère que (?:vous allez bien|cela vous aide)|je reste à votre disposition(?: pour toute (?:question|information)(?: complémentaire)?)?|n'hésitez pas à (?:me|nous) (?:contacter|écrire)|bonne (?:journée|semaine|soirée)|dans l'attente de votre (?:réponse|retour)|avec plaisir",
  "espero que (?:esté bien|le ayude|le sea útil)|quedo a su disposición(?: para cualquier (?:duda|consulta))?|no dude en (?:contactarme|contactarnos|escribirme|escribirnos)|que tenga un buen día|quedo a la espera de su respuesta",
];
const fixed = new RegExp(`^[¡¿]?(?:${[...set, ...courtesyPhrases].join("|")})\\s*[.!,:]*$`, "iu");
/** Thanks and apologies, with what for. */
const thanks =
  /^(?:(?:once again,? |again,? )?(?:thank you|thanks|many thanks|i appreciate|we appreciate|vielen dank|herzlichen dank|danke|besten dank|merci(?: beaucoup)?|(?:muchas )?gracias)(?: (?:so much|very much|a lot|again|schön|bien))?|(?:i(?:'m| am)|we(?:'re| are)) (?:very |so |really )?(?:sorry|grateful)|(?:very |so )?sorry|(?:my|our|please accept (?:my|our)) (?:sincere )?apologies|apologies|(?:i|we) apologi[sz]e|entschuldigung|(?:bitte )?entschuldigen sie|es tut mir leid|désolée?|toutes nos excuses|disculpe|perdone)(?:[,.!]*$|\s+(?:for|about|that|to hear|für|pour|de|d'|por|,)?\s*(.*))$/iu;
/** Thanks that go on to tell something are no thanks. */
const tells =
  /[,;:]|\b(?:and|but|we|i|it|is|are|will|can|shall|may|must|was|'ll|they|und|aber|wir|ich|es|ist|sind|wird|werden|können|et|mais|nous|je|est|sont|y|pero|nosotros|es|son)\b/iu;
/** What anybody thanks for or is sorry about. */
const usual =
  "message email e-mail mail reply response answer call interest inquiry enquiry question request patience time feedback update note contacting writing reaching getting back touch inconvenience delay trouble confusion wait hear hearing details information order asking letting know us me writing us choosing considering giving try checking raising bringing trusting visiting trying your the quick kind sending nachricht anfrage antwort interesse mail geduld rückmeldung verzögerung message demande réponse votre vos nous avoir écrit écrire intérêt patience retard mensaje consulta respuesta escribir escribirnos escribirme contactar contactarnos interés paciencia";

/** Whether a sentence is greeting, closing, thanks or the like and so needs no source; undefined for all that tells something. */
export function courtesyOf(sentence: string, known: Acquaintance): CourtesyKind | undefined {
  const text = sentence.trim().replace(/[’‘]/g, "'");
  const [, rest] = greeting.exec(text) ?? [];
  if (rest !== undefined && words(rest).every((word) => greeted.test(word) || known.contact.has(word)))
    return "greeting";
  const [isClosing, name = ""] = closing.exec(text) ?? [];
  if (isClosing !== undefined && words(name).every((word) => known.sender.has(word))) return "closing";
  if (known.sender.size > 0 && words(text).length > 0 && words(text).every((word) => known.sender.has(word)))
    return "closing";
  const plain = text
    .replace(
      /^(?:(?:(?:hi|hello|hey|hallo|guten tag|bonjour|hola)(?: there)?(?:[,!.]| and| und| et| y)|(?:thanks|thank you|great)[,!.])\s+)/iu,
      "",
    )
    .replace(/\s+/g, " ")
    .replace(/,\s+(\p{Lu}[\p{L}'-]+)(?=[.!]*$)/u, (whole, name: string) =>
      known.contact.has(name.toLowerCase()) ? "" : whole,
    );
  const figures = plain.match(/[\p{L}\d.,-]*\d[\p{L}\d.,-]*/gu) ?? [];
  if (
    figures.some((figure) => !known.thread.split(/[\s,.;:!?]+/).includes(figure.replace(/[.,]+$/, ""))) ||
    findCommitments(plain, null).length > 0
  )
    return undefined;
  if (figures.length === 0 && fixed.test(plain)) return isFamiliar(plain) ? "courtesy" : undefined;
  const [isThanks, about = ""] = thanks.exec(plain) ?? [];
  if (isThanks === undefined || tells.test(about)) return undefined;
  return saysNothingNew(about, known) ? "courtesy" : undefined;
}

/** Open ends of invitations hold no doing word of ours beyond asking. */
function isFamiliar(text: string): boolean {
  return !/\b(?:password|passwort|pin|card|account|bank|payment|pay|transfer|wire|invoice|login|code|contraseña|mot de passe)\b/iu.test(
    text,
  );
}

function saysNothingNew(about: string, { thread, contact }: Acquaintance): boolean {
  const language = detectLanguage(thread);
  const said = new Set([...contentWords(thread, language), ...contentWords(usual, language)]);
  return (
    words(about).length <= 12 &&
    contentWords(about, language).every((word) => said.has(word) || contact.has(word))
  );
}

/** The words of a name, in lower case. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

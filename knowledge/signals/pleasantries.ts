/**
 * Questions that nobody need answer, as sentences of a message: `normalised` is lower case, words parted by single spaces, with ", " where
 * punctuation stands.
 */
export function isPleasantry(normalised: string): boolean {
  return polite.test(normalised) || empty.test(normalised);
}

/** What may stand before: a greeting with a name, a clause of thanks. */
const before =
  "^(?:[^,]{0,60}, ){0,2}(?:(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|salut|hola|buenos días|thanks|thank you|danke|merci|gracias)(?: [^ ,]+){0,3} )?(?:(?:and|so|but|und|et|y) )?";
/** What may follow: a time, a name. */
const after =
  "(?: (?:all|both|doing|today|keeping|these days|there|guys|everyone|this (?:morning|week|afternoon)|heute|denn|so|aujourd'hui|hoy))*(?:, [^,]{0,30})?$";

const said = [
  "how are (?:you|things|we)",
  "how(?:'s| is) (?:it going|everything|life|business|your (?:day|week|weekend|summer|family))(?: going)?",
  "how have you been",
  String.raw`how (?:was|were) (?:your|the) (?:\S+ )?(?:weekend|holidays?|vacation|trip|day|week|summer|easter|christmas)`,
  "how do you do",
  "(?:i )?hope (?:you|all|everything|this)[^?]{0,40}",
  "(?:are you|you) (?:well|ok|okay|good|all right)",
  "what's up",
  "(?:and )?(?:how about )?(?:you|yourself)",
  "wie (?:geht's|geht es)(?: dir| ihnen| euch)?",
  "(?:alles gut|alles klar|wie läuft's|alles okay)(?: bei (?:dir|ihnen|euch))?",
  "(?:hatten sie|hattest du) (?:ein )?(?:schönes|gutes) (?:wochenende|woche|urlaub)",
  "(?:comment )?(?:ça va|allez[, ]+vous|vas[, ]+tu)(?: bien)?",
  "(?:vous allez|tu vas) bien",
  "(?:cómo|como|qué|que) (?:estás?|está usted|están|tal|te va|le va)(?: todo)?",
  "todo bien",
];
const polite = new RegExp(`${before}(?:${said.join("|")})${after}`, "u");

/** One or two words that ask nothing by themselves. */
const empty =
  /^(?:hi|hello|hey|really|ok|okay|right|yes|no|huh|eh|oh|what|sorry|pardon|seriously|who knows|why not|guess what|you know|oder|ja|nein|echt|wirklich|nicht wahr|hallo|ah bon|vraiment|n'est-ce pas|d'accord|non|oui|verdad|vale|no sí|sí|de verdad)$/u;

/** Characters at the beginning of a text that are looked at. */
const looked = 600;

/** How automatic replies begin, in subjects and texts. */
const begins =
  /^[\s\W]{0,20}(?:(?:re|aw|wg|fwd?|tr|rv)\s*:\s*)?(?:automatic(?:ally generated)? (?:reply|response|message)|auto[- ]?(?:reply|response|responder)|out[- ]of[- ](?:the[- ])?office|(?:mail )?delivery (?:status notification|failure|has failed)|mail delivery (?:failed|subsystem)|undeliver(?:able|ed)|returned mail|abwesenheits|automatische (?:antwort|nachricht)|außer haus|unzustellbar|réponse automatique|absence du bureau|message automatique|respuesta automática|fuera de la oficina|mensaje automático)/iu;

/** What only machines say, and receipts that promise an answer. */
const machine =
  /(?:this is an? auto(?:mated|matic|matically generated) (?:e-?mail|message|reply|response|notification)|please do not reply to this|(?:mailbox|inbox|e-?mail address) is (?:not|no longer) monitored|\bwe(?: have|'ve|’ve)? received your (?:message|e-?mail|request|enquiry|inquiry)[^.]{0,80}(?:get back|respond|reply|be in touch)|diese (?:e-?mail|nachricht) wurde automatisch|ceci est un message automatique|este es un mensaje automático)/iu;

/** Who is away … */
const away =
  /(?:\bi(?: am|'m|’m| will be) (?:currently )?(?:out of (?:the )?office|on (?:annual |parental |maternity |paternity |sick )?(?:leave|holiday|vacation))|\bich bin (?:derzeit |aktuell |zurzeit |vom [^.]{1,40} )?(?:nicht im (?:büro|haus)|außer haus|im urlaub)|\bje suis (?:actuellement )?(?:absente?|en congés?)|\b(?:estoy|me encuentro|estaré) (?:actualmente )?(?:fuera de la oficina|de vacaciones))/iu;
/** … and until when, or whom to ask meanwhile: without it somebody may be telling so in person. */
const until =
  /\b(?:until|returning|return(?: on)?|back on|urgent|in my absence|bis|zurück|dringend|jusqu|retour|urgence|hasta|regres|urgente)/iu;

/** True of what a machine wrote: an out-of-office note, a receipt, a bounced mail. It asks nothing and answers nothing. */
export function isAutomatic({
  subject,
  content,
}: {
  subject: string | null;
  content: string | null;
}): boolean {
  if (subject !== null && begins.test(subject.slice(0, 200))) return true;
  if (content === null || content === "") return false;
  const text = content.slice(0, looked);
  return begins.test(text) || machine.test(text) || (away.test(text) && until.test(text));
}

import type { Language } from "../language.ts";
import type { Frame } from "./phrase.ts";

/** Greetings and partings of leads. `{to}` and `{from}` are first names. */
export const leadFrames: Record<Language, Frame> = {
  en: {
    greetings: {
      formal: ["Dear {to},", "Dear {to}", "Good morning {to},"],
      friendly: ["Hi {to},", "Hello {to},", "Hi {to}!", "Hey {to},"],
      terse: ["", "{to},", "Hi,"],
    },
    leadIns: [
      "Thanks for your message.",
      "Thank you, that was quick.",
      "Thanks {to}.",
      "Good to hear from you.",
      "Thanks for explaining.",
    ],
    closers: [
      "Looking forward to hearing from you.",
      "Thanks in advance!",
      "Have a good [week|weekend|day].",
      "Talk soon.",
      "Greetings from {city}.",
    ],
    partings: {
      formal: [
        "Kind regards,\n{from} {fromLast}\n{position}, {company}",
        "Best regards,\n{from} {fromLast}\n{company}, {city}",
        "Yours sincerely,\n{from} {fromLast}",
      ],
      friendly: ["Best,\n{from}", "Cheers,\n{from}", "Thanks,\n{from}", "All the best,\n{from} {fromLast}"],
      terse: ["{from}", "", "Thx, {from}", "{initials}"],
    },
  },
  de: {
    greetings: {
      formal: ["Guten Tag {to} {toLast},", "Sehr geehrtes Studio-Team,"],
      friendly: ["Hallo {to},", "Guten Morgen {to},"],
      terse: ["Hallo,"],
    },
    leadIns: ["danke für Ihre Nachricht.", "vielen Dank für die schnelle Antwort."],
    closers: ["Vielen Dank im Voraus.", "Ich freue mich auf Ihre Antwort.", "Grüße aus {city}."],
    partings: {
      formal: ["Mit freundlichen Grüßen\n{from} {fromLast}\n{company}"],
      friendly: ["Viele Grüße\n{from} {fromLast}", "Beste Grüße\n{from}"],
      terse: ["Gruß, {from}", "VG {from}"],
    },
  },
  fr: {
    greetings: {
      formal: ["Bonjour {to} {toLast},", "Madame, Monsieur,"],
      friendly: ["Bonjour {to},", "Bonjour,"],
      terse: ["Bonjour,"],
    },
    leadIns: ["merci pour votre message.", "merci de votre réponse rapide."],
    closers: ["Merci d'avance.", "Dans l'attente de votre retour.", "Bonne journée depuis {city}."],
    partings: {
      formal: ["Cordialement,\n{from} {fromLast}\n{company}"],
      friendly: ["Bien à vous,\n{from} {fromLast}", "À bientôt,\n{from}"],
      terse: ["Cdlt, {from}", "{from}"],
    },
  },
};

/** Greetings and partings of the studio's people. */
export const repFrames: Record<Language, Frame> = {
  en: {
    greetings: {
      formal: ["Dear {to},", "Hello {to},"],
      friendly: ["Hi {to},", "Hello {to},"],
      terse: ["Hi {to},", "{to},"],
    },
    leadIns: [
      "Thanks for your message.",
      "Thank you for the quick answer.",
      "Hope you are well.",
      "Thanks {to}.",
    ],
    closers: [
      "Let me know.",
      "Any questions, just ask.",
      "Have a good [week|day].",
      "I am here until six today.",
    ],
    partings: {
      formal: [
        "Kind regards,\n{from} {fromLast}\n{studio}",
        "Best regards,\n{from} {fromLast}\n{studio}, Dublin",
      ],
      friendly: ["Best,\n{from}", "All the best,\n{from}\n{studio}", "Best wishes,\n{from}"],
      terse: ["{from}", "Regards, {from}"],
    },
  },
  de: {
    greetings: {
      formal: ["Guten Tag {to} {toLast},"],
      friendly: ["Guten Tag {to} {toLast},", "Hallo {to},"],
      terse: ["Hallo,"],
    },
    leadIns: ["danke für Ihre Nachricht.", "vielen Dank für die schnelle Antwort."],
    closers: ["Bei Fragen melden Sie sich gern.", "Ich freue mich auf Ihre Antwort."],
    partings: {
      formal: ["Mit freundlichen Grüßen\n{from} {fromLast}\n{studio}"],
      friendly: ["Viele Grüße aus Dublin\n{from} {fromLast}"],
      terse: ["Viele Grüße\n{from}"],
    },
  },
  fr: {
    greetings: { formal: ["Bonjour {to} {toLast},"], friendly: ["Bonjour {to},"], terse: ["Bonjour,"] },
    leadIns: ["merci pour votre message.", "merci de votre réponse."],
    closers: ["N'hésitez pas si vous avez des questions.", "Dans l'attente de votre retour."],
    partings: {
      formal: ["Cordialement,\n{from} {fromLast}\n{studio}"],
      friendly: ["Bien à vous, de Dublin,\n{from}"],
      terse: ["Cordialement,\n{from}"],
    },
  },
};

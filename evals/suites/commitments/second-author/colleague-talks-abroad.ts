import type { Talk } from "./colleague-talks.ts";

/** Replies in German, French and Spanish. */
export const talksAbroad: readonly Talk[] = [
  {
    language: "de",
    asked: "Was kostet der {x} und wie lange dauert die Lieferung?",
    facts: ["Der {x} kostet {amount.} €.", "Die Lieferung dauert {n} Werktage."],
    reply: [
      "Vielen Dank für Ihre Nachricht.",
      "Der {x} kostet {amount.} €.",
      "Die Lieferung dauert {n} Werktage.",
      "Melden Sie sich gerne bei Fragen.",
    ],
  },
  {
    language: "de",
    asked: "Wie kann ich mein Passwort ändern?",
    facts: ["Das Passwort ändern Sie unter Einstellungen, Sicherheit."],
    reply: [
      "Danke für Ihre Anfrage!",
      "Ihr Passwort ändern Sie unter Einstellungen, Sicherheit.",
      "Ich hoffe, das hilft Ihnen weiter.",
    ],
  },
  {
    language: "de",
    asked: "Passt der {x} zu unserem alten Netzteil?",
    facts: ["Der {x} passt zu allen Netzteilen mit 12 Volt."],
    reply: ["Gerne.", "Der {x} passt zu allen Netzteilen mit 12 Volt.", "Welches Netzteil haben Sie?"],
  },
  {
    language: "de",
    asked: "Wann ist Ihr Kundendienst erreichbar?",
    facts: ["Unser Kundendienst ist montags bis freitags von 8 bis 17 Uhr erreichbar."],
    reply: [
      "Vielen Dank für Ihr Interesse.",
      "Sie erreichen unseren Kundendienst montags bis freitags von 8 bis 17 Uhr.",
      "Ich wünsche Ihnen einen schönen Tag.",
    ],
  },
  {
    language: "fr",
    asked: "Combien coûte le {x} et livrez-vous à {city} ?",
    facts: ["Le {x} coûte {amount } €.", "Nous livrons à {city} par transporteur."],
    reply: [
      "Merci pour votre message.",
      "Le {x} coûte {amount } €.",
      "Nous livrons à {city}, par transporteur.",
      "N'hésitez pas à revenir vers moi.",
    ],
  },
  {
    language: "fr",
    asked: "Comment ajouter un utilisateur ?",
    facts: ["Pour ajouter un utilisateur, ouvrez les paramètres et saisissez son adresse."],
    reply: [
      "Bonjour et merci de votre intérêt.",
      "Pour ajouter un utilisateur, ouvrez les paramètres et saisissez son adresse.",
      "J'espère que cela vous aidera.",
    ],
  },
  {
    language: "fr",
    asked: "Le {x} fonctionne-t-il dehors ?",
    facts: ["Le {x} est prévu pour l'intérieur. Il ne doit pas être mouillé."],
    reply: [
      "Bonne question !",
      "Le {x} est prévu pour l'intérieur et ne doit pas être mouillé.",
      "Bonne journée !",
    ],
  },
  {
    language: "es",
    asked: "¿Cuánto cuesta el {x} y cuánto tarda el envío?",
    facts: ["El {x} cuesta {amount.} €.", "El envío tarda {n} días laborables."],
    reply: [
      "Gracias por su mensaje.",
      "El {x} cuesta {amount.} €.",
      "El envío tarda {n} días laborables.",
      "Quedo a su disposición.",
    ],
  },
  {
    language: "es",
    asked: "¿Cómo cambio la contraseña?",
    facts: ["La contraseña se cambia en Ajustes, Seguridad."],
    reply: [
      "Gracias por escribirnos.",
      "La contraseña se cambia en Ajustes, Seguridad.",
      "Espero que le sirva.",
    ],
  },
  {
    language: "es",
    asked: "¿El {x} es compatible con los cables antiguos?",
    facts: ["El {x} es compatible con todos los cables del modelo anterior."],
    reply: [
      "¡Buena pregunta!",
      "Sí, el {x} es compatible con todos los cables del modelo anterior.",
      "No dude en escribirme.",
    ],
  },
];

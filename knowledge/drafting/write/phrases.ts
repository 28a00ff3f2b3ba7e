/** What a reply says around its answers. */
export interface Phrases {
  /** With a first name at "{first_name}". */
  greeting: { neutral: string; formal: string; casual: string };
  thanks: string;
  /** For the questions that stay open: a promise to check, and no other. */
  checkAll: string;
  checkRest: string;
  /** The same with what the questions are about, which is given. */
  checkTopics(topics: string): string;
  topics: { price: string; time: string };
  and: string;
  /** Whether things may be named as the question names them: other languages would have to bend them. */
  objects: boolean;
  closing: { neutral: string; formal: string; casual: string };
}

const english: Phrases = {
  greeting: { neutral: "Hello {first_name},", formal: "Dear {first_name},", casual: "Hi {first_name}," },
  thanks: "Thank you for your message.",
  checkAll: "I will check and come back to you.",
  checkRest: "I will check the rest of your questions and come back to you.",
  checkTopics: (topics) => `I will check ${topics} and come back to you.`,
  topics: { price: "the price", time: "the dates" },
  and: "and",
  objects: true,
  closing: { neutral: "Best regards", formal: "Kind regards", casual: "Best" },
};

const german: Phrases = {
  greeting: {
    neutral: "Guten Tag {first_name},",
    formal: "Guten Tag {first_name},",
    casual: "Hallo {first_name},",
  },
  thanks: "Vielen Dank für Ihre Nachricht.",
  checkAll: "Ich kläre das und melde mich bei Ihnen.",
  checkRest: "Ihre übrigen Fragen kläre ich und melde mich bei Ihnen.",
  checkTopics: (topics) => `Ich kläre ${topics} und melde mich bei Ihnen.`,
  topics: { price: "den Preis", time: "die Termine" },
  and: "und",
  objects: false,
  closing: { neutral: "Freundliche Grüße", formal: "Mit freundlichen Grüßen", casual: "Viele Grüße" },
};

const french: Phrases = {
  greeting: {
    neutral: "Bonjour {first_name},",
    formal: "Bonjour {first_name},",
    casual: "Bonjour {first_name},",
  },
  thanks: "Merci pour votre message.",
  checkAll: "Je vérifie et je reviens vers vous.",
  checkRest: "Je vérifie vos autres questions et je reviens vers vous.",
  checkTopics: (topics) => `Je vérifie ${topics} et je reviens vers vous.`,
  topics: { price: "le prix", time: "les dates" },
  and: "et",
  objects: false,
  closing: { neutral: "Cordialement", formal: "Bien cordialement", casual: "Bien à vous" },
};

const spanish: Phrases = {
  greeting: {
    neutral: "Hola, {first_name}:",
    formal: "Buenos días, {first_name}:",
    casual: "Hola, {first_name}:",
  },
  thanks: "Gracias por su mensaje.",
  checkAll: "Lo compruebo y le respondo.",
  checkRest: "Compruebo sus demás preguntas y le respondo.",
  checkTopics: (topics) => `Compruebo ${topics} y le respondo.`,
  topics: { price: "el precio", time: "las fechas" },
  and: "y",
  objects: false,
  closing: { neutral: "Un saludo", formal: "Saludos cordiales", casual: "Saludos" },
};

/** Small words that tell a language even in a line or two, which statistics of letters do not. */
const languages: readonly { phrases: Phrases; words: RegExp }[] = [
  {
    phrases: english,
    words:
      /\b(?:the|and|you|your|we|our|is|are|to|of|for|it|what|yes|with|do|can|would|let's|please|this|that|how|have)\b/giu,
  },
  {
    phrases: german,
    words:
      /\b(?:der|die|das|und|wir|sie|ihr|ihre|ist|für|mit|ein|eine|nicht|ich|uns|wie|bitte|haben|können|danke|guten|von|es)\b/giu,
  },
  {
    phrases: french,
    words:
      /\b(?:le|la|les|vous|votre|nous|notre|est|et|pour|des|un|une|avec|je|pas|bonjour|merci|quand|pouvez|sur|du)\b/giu,
  },
  {
    phrases: spanish,
    words:
      /\b(?:el|los|las|y|para|con|nos|por|una|es|su|hola|gracias|puede|cuándo|cuánto|qué|usted|del|buenos)\b/giu,
  },
];

/** The phrases of the language that a message is written in; English where that cannot be told. */
export function phrasesFor(message: string): Phrases {
  const counted = languages.map(({ phrases, words }) => ({
    phrases,
    count: message.match(words)?.length ?? 0,
  }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.phrases ?? english;
}

/** How a question begins; what leads in asks nothing and tells nothing. */
const opens =
  /^(?:(?:and|so|also|then|or|und|et|y|¿)[,\s]*)?(?:(?:at|in|on|for|from|by|to) (?:what|which|how many)|did you|does that|any(?:thing)? (?:else|other)|anything else|is there anything|need anything|what|which|when|where|who|how|would|could|can|shall|should|may|do you|does (?:this|that|it|\p{L}+ (?:suit|work|fit))|is (?:it|that|this|there|your)|are (?:you|there|your)|have you (?:already|had|thought|considered|tried|decided)|will you|was|wann|welche[rsn]?|wer|wie|wo|was|möchten|können|könnten|würden|passt|haben sie|sind sie|soll(?:en)?|darf|quand|quel(?:le)?s?|comment|combien|où|pouvez|pourriez|souhaitez|voulez|avez-vous|est-ce|cuándo|qué|cuál|cómo|dónde|puede|podría|quiere|desea|le (?:viene|gustaría))(?![\p{L}])/iu;
/** Questions that tell, and such that nobody should be asked by mail. */
const tells =
  /\b(?:did you know|have you heard|are you aware|you know that|because|since our|given that|now that|password|passwort|pin|cvv|card number|credit card|bank (?:details|account)|account number|iban|social security|login|one-time code|verification code|contraseña|mot de passe|wusstest|wussten sie|saviez|sabía)\b/iu;
const longest = 220;

/** Whether a sentence only asks something back. */
export function isQuestionBack(sentence: string): boolean {
  const text = sentence.trim();
  return (
    text.endsWith("?") &&
    text.length <= longest &&
    opens.test(text) &&
    !tells.test(text) &&
    !/[;—–]|:\s/.test(text)
  );
}

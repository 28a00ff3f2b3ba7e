/** What is given away, by whatever name. */
const gift =
  /\b(?:gifts?|presents?|for (?:nothing|free)|free of charge|(?:a|an|the|your|our|one|two|three|\d+) (?:extra |additional )?free \p{L}+|on the house|complimentary|bonus(?:es)?|geschenke?|gratis|kostenlos\p{L}*|umsonst|cadeaux?|gratuit\p{L}*|regalos?)\b/iu;
/** A clause that tells something by the way. */
const clause =
  /\b(?:that|which|who|whom) (?:we|i|comes?|is|are|was|were|has|have|will|you(?:'ll|'ve)? (?:get|got|receive|received|will|have))\b|\b\p{L}+ we (?:give|add|include|offer|grant|throw in)\b/iu;
/** A deed that somebody else is asked for. */
const deed =
  /\bto (?:extend|give|add|upgrade|include|waive|refund|reduce|lower|approve|grant|book|reserve|cancel|change|ship|deliver|transfer|pay)\b/iu;
/** What nobody is asked for by mail. */
const secret =
  /\b(?:(?:the|your|a) (?:[\p{L}-]+ )?codes?|passports?|id cards?|identity (?:cards?|documents?)|driving licen[cs]e|(?:address|number|account) below|reisepass\p{L}*|personalausweis\p{L}*|pièce d['’]identité|passeport|pasaporte)\b/iu;

/**
 * Whether a sentence that looks like a courtesy, a question back or a promise to check carries something along that has to have a source: "the
 * licence that we add for nothing" promises as much as any statement.
 */
export function presupposes(sentence: string): boolean {
  return [gift, clause, deed, secret].some((pattern) => pattern.test(sentence));
}

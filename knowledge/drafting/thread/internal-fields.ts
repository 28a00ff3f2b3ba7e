/** Fields that a team keeps about somebody and would not tell them, by the words of their names. */
const internal =
  /(?<!\p{L})(?:notes?|comments?|remarks?|scor(?:e|es|ing)|ratings?|internal(?:ly)?|probabilit\p{L}*|probab|priorit\p{L}*|competitors?|margins?|segments?|personas?|owners?|assigned|assignee|campaigns?|utm|stages?|status|outcomes?|qualif\p{L}*|churn|risks?|reasons?|forecasts?|deal|floor price|walk away|cost price|purchase price|lifetime|ltv|clv|solvency|credit (?:limit|check)|blacklist\p{L}*|next steps?|strateg\p{L}*|tactics?|red flags?|sentiment|likelihood|difficult\p{L}*|notiz(?:en)?|bemerkung(?:en)?|kommentare?|intern(?:e[rsnm]?|[ao]s?)?|wahrscheinlichkeit|priorität|wettbewerb\p{L}*|marge|zuständig\p{L}*|bewertung|einschätzung|kampagne|risiko|bonität|grund|remarques?|commentaires?|probabilité|priorité|concurrents?|responsables?|risque|raison|notas?|comentarios?|probabilidad|prioridad|competidor\p{L}*|margen|riesgo|motivo|puntuación)(?!\p{L})/iu;
/** Compounds: "Abschlusswahrscheinlichkeit", "Kundennotizen", "riskscore". */
const internalWithin =
  /(?:notizen|bemerkung|kommentar|wahrscheinlichkeit|einschätzung|bewertung|risiko|score|probability|rating|verantwortlich)/iu;
/** Papers and states that are the contact's own: "delivery note", "order status". */
const own =
  /(?<!\p{L})(?:(?:delivery|credit|debit|goods|dispatch) notes?|(?:order|delivery|shipping|shipment|dispatch|payment|invoice|repair|service|ticket|return|refund|installation|production|booking|subscription|contract|project|training|visa|claim) (?:status|state|stage)|return reason)(?!\p{L})/giu;

/** Whether a field is for the team's eyes alone, by its name in words ("lead score"). */
export function isInternalField(name: string): boolean {
  return internal.test(name.replace(own, " ")) || internalWithin.test(name.replace(own, " "));
}

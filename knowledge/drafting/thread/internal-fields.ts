/** Fields that a team keeps about somebody and would not tell them, by the words of their names. */
const internal =
  /(?<!\p{L})(?:notes?|comments?|remarks?|scor(?:e|es|ing)|ratings?|internal(?:ly)?|probabilit\p{L}*|probab|priorit\p{L}*|competitors?|margins?|segments?|personas?|owners?|assigned|assignee|campaigns?|utm|stages?|status|outcomes?|qualif\p{L}*|churn|risks?|reasons?|forecasts?|deal|floor price|walk away|cost price|purchase price|lifetime|ltv|clv|solvency|credit (?:limit|check)|blacklist\p{L}*|next steps?|strateg\p{L}*|tactics?|red flags?|sentiment|likelihood|difficult\p{L}*|notiz(?:en)?|bemerkung(?:en)?|kommentare?|intern(?:e[rsnm]?|[ao]s?)?|wahrscheinlichkeit|priorität|wettbewerb\p{L}*|marge|zuständig\p{L}*|bewertung|einschätzung|kampagne|risiko|bonität|grund|remarques?|commentaires?|probabilité|priorité|concurrents?|responsables?|risque|raison|notas?|comentarios?|probabilidad|prioridad|competidor\p{L}*|margen|riesgo|motivo|puntuación)(?!\p{L})/iu;
/** Compounds: "Abschlusswahrscheinlichkeit", "Kundennotizen", "riskscore". */
const internalWithin =
  /(?:notizen|bemerkung|kommentar|wahrscheinlichkeit|einschätzung|bewertung|risiko|score|probability|rating|verantwortlich)/iu;
/** How far a team would go, what it expects, and what it says itself that nobody else may know. */
const negotiating =
  /(?<!\p{L})(?:(?:max(?:imum|imal\p{L}*)?|min(?:imum|imal\p{L}*)?|lowest|highest|target|bottom|fallback|authori[sz]ed) (?:discounts?|prices?|rates?|rebates?|line|offers?)|(?:discount|price|rebate) (?:limits?|caps?|ceilings?|floors?|authority|range)|batna|gut feel\p{L}*|(?:win|sales|closing) (?:chances?|rate)|chances?|pipelines?|expected (?:revenue|value|amount|close)\P{L}*\p{L}*|(?:opportunity|annual|potential) value|potentials?|(?:lead|traffic|acquisition) source|source|credit ?worth\p{L}*|payment (?:behaviou?r|morale)|(?:buying|churn) signals?|objections?|pain points?|nps|(?:customer|account) health|confidential\p{L}*|secrets?|private|do not (?:tell|mention|share|disclose)|rabattgrenze|preisgrenze|höchstrabatt|mindestpreis|zahlungsmoral|vertraulich\p{L}*|geheim\p{L}*|\p{L}*potenzial|remise max\p{L}*|prix (?:minimum|plancher)|confidentiel\p{L}*|descuento máximo|precio mínimo|confidencial\p{L}*)(?!\p{L})/iu;
/** Papers and states that are the contact's own: "delivery note", "order status". */
const own =
  /(?<!\p{L})(?:(?:delivery|credit|debit|goods|dispatch) notes?|(?:order|delivery|shipping|shipment|dispatch|payment|invoice|repair|service|ticket|return|refund|installation|production|booking|subscription|contract|project|training|visa|claim) (?:status|state|stage)|return reason)(?!\p{L})/giu;

/** Whether a field is for the team's eyes alone, by its name in words ("lead score"). */
export function isInternalField(name: string): boolean {
  const rest = name.replace(own, " ");
  return [internal, internalWithin, negotiating].some((names) => names.test(rest));
}

/** What leads into a question and asks nothing: "One thing I forgot:", "If we said yes this week,". */
const leadIn =
  /^(?:[^,:?]{0,40}:\s+|(?:if|falls|wenn|si)\b[^,?]{0,60},\s*|(?:one|another|a|eine|noch eine|encore une|une) (?:more |last |quick |kurze |dernière )?(?:thing|question|frage)[^,:?]{0,20}[,:]\s*)/iu;
/** A request to be told, which says nothing of what. */
const request =
  /\b(?:(?:could|can|would|will) (?:you|we)|please)(?: please| kindly)?,? (?:remind|tell|inform|confirm(?: to)?|let) (?:me|us)(?: once more| again| know)?(?: please)?,?\s|\b(?:do you (?:know|remember)|did you (?:plan|say|mention|tell us|fix|agree on)|können sie mi[rc]h?(?: bitte)?(?: noch einmal| nochmals)? (?:sagen|erinnern),?|könnten sie mi[rc]h?(?: bitte)?(?: noch einmal| nochmals)? (?:sagen|erinnern),?|pou(?:vez|rriez)-vous (?:me|nous) (?:rappeler|dire|confirmer)|(?:me|nos) puede(?:n)? (?:recordar|decir|confirmar))\s/giu;
/** Whom the answer is for: it need not name them. */
const recipient =
  /\b(show|present|explain|give|pass|send|hand|forward|report|talk|speak)(\b[^.?!,]{0,30}?)\s(?:to|with)\s(?:(?:mr|mrs|ms|dr|herr|frau|mme|m)\.?\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*/gu;
/** An example that is given, and whatever is named in it. */
const example =
  /,?\s*\b(?:maybe|perhaps|for example|for instance|e\.g\.|such as|say|vielleicht|zum beispiel|z\. ?b\.|par exemple|peut-être|por ejemplo|quizás)\s[^.?!]{2,60}/giu;
const months =
  "jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|february|février|mar(?:ch|s)?|märz|apr(?:il)?|avril|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|oct(?:ober|obre)?|oktober|nov(?:ember|embre)?|dec(?:ember)?|dezember|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";
/** A day, a share or a sum that the writer names is theirs; an answer holds its own. */
const figure = new RegExp(
  `\\b(?:(?:by|on|until|before|bis|am|le|avant le|el)\\s+)?(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?:${months})\\b(?:\\s+\\d{4})?|(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})|[$€£]\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?[$€£%]`,
  "giu",
);
/** How something is asked, not what. */
const manner =
  /\b(?:(?:two|three|four|five|ten|zwei|drei|deux|trois|dos|tres) times|twice|later|später|plus tard|más tarde|roughly|approximately|about|around|ballpark|exactly|realistic(?:ally)?|feasible|doable|soon|fast|quickly|early|actually|really|rather|perhaps|maybe|at all|in practice|in general|generally|usually|normally|afterwards|eventually|bekommen|kriegen|machen|ungefähr|etwa|realistisch|eigentlich|normalerweise|avoir|obtenir|faire|environ|à peu près|approximati\p{L}+|réaliste|más o menos|aproximadamente)\b/giu;

/** A question without what its answer need not say again: lead-in, whom it is for, examples, days and sums of the writer's, manner. */
export function questionFocus(question: string): string {
  const focus = question
    .replace(leadIn, "")
    .replace(request, " ")
    .replace(recipient, "$1$2")
    .replace(example, " ")
    .replace(figure, " ")
    .replace(manner, " ")
    .replace(/\s+/g, " ")
    .replace(/\s([?,.!])/g, "$1")
    .trim();
  return /\p{L}{2,}/u.test(focus) ? focus : question;
}

/** Between two questions in one sentence. */
const joint =
  /,?\s+(?:and|und|et|y)\s+(?=(?:how|what|when|where|who|which|is|are|can|could|do|does|would|will|wie|was|wann|wer|welche\p{L}*|combien|quand|quel\p{L}*|cuándo|cuánto|qué)\b)/iu;
/** "… or is it someone else's job?" asks nothing of its own. */
const alternative = /,?\s+(?:or|oder|ou|o)\s+(?=(?:is|are|do|does|can|ist|sind|est|es)\b)[^?]*/iu;

/** The questions that stand in one sentence. */
export function partsOf(question: string): string[] {
  const parts = question.replace(alternative, "").split(joint);
  return parts.every((part) => (part.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3) ? parts : [question];
}

const invite =
  "(?:let (?:me|us) know|tell (?:me|us)|shout|ask(?: (?:me|us))?|reply(?: to (?:this|my) (?:message|e-?mail|note))?|write(?: (?:back|(?:to )?(?:me|us)))?|drop (?:me|us) a (?:line|note|message)|give (?:me|us) a (?:shout|ring|call)|get in touch(?: with (?:me|us))?|(?:get|come) back to (?:me|us)|contact (?:me|us)|reach out(?: to (?:me|us))?|call (?:me|us)(?: back)?)";
const please = "(?:please |just |simply |do |and |then )*";
const invited = `${please}(?:feel free to |(?:do not|don't) hesitate to )?${invite}`;
const glad =
  "(?:i(?:'m| am| was)|we(?:'re| are| were))? ?(?:so |very |really )?(?:glad|happy|pleased|delighted|excited|thrilled)";
const meet =
  "(?:(?:set|setting) up|arrange|schedule|book|have|jump on|hop on|organi[sz]e) (?:a|an?other) (?:quick |short )?(?:call|chat|meeting|conversation)(?: with (?:me|us|you|(?:our|the|my) (?:\\p{L}+ ){0,2}(?:team|colleagues?)))?";

/** More sentences that tell nothing, as people write them; whole sentences, in lower case, without their last mark. */
export const courtesyPhrases: readonly string[] = [
  "(?:that(?:'s| is) |what )?(?:an? )?(?:very |really )?(?:good|great|nice|fair|excellent|important|interesting|valid) (?:question|point|one)(?:,? (?:and )?(?:thanks|thank you) for (?:asking|raising (?:it|this|that)|bringing (?:it|this|that) up))?",
  "(?:no worries|don't worry|not to worry)(?: (?:at all|about (?:it|that)))?(?:,? (?:that|it|this) happens(?: to (?:all|the best|many) of us)?)?|(?:that|it|this) happens(?: to (?:all|the best|many) of us)?",
  String.raw`${invited}(?: (?:if|whether|should|when|in case|at any ?time|any ?time|with|how|what|which|about|and)(?: [\p{L}'-]+){0,14})?`,
  String.raw`(?:if|should|in case) (?:you|anything|something|that|it|this)(?: [\p{L}'-]+){1,9}, ${invited}(?: (?:and|with|at)(?: [\p{L}'-]+){0,4})?`,
  `${glad} (?:(?:that )?you asked|(?:that )?you(?:'re| are) (?:on board|interested|with us|happy)|to (?:have you (?:on board|with us|here)|hear (?:that|it|this|from you)|be of help|help|assist|work with you|answer (?:that|this|it|your questions?)))(?: (?:with (?:this|that|it)))?`,
  `(?:${glad}|(?:i|we)(?:'d| would) be happy|feel free) to ${meet}(?: (?:if you(?:'d| would)? (?:like|want|prefer)|if that helps|any ?time|whenever (?:suits|it suits you|you like)))?`,
  "(?:i(?:'m| am)? |we(?:'re| are)? )?look(?:ing)? (?:very much )?forward to (?:working (?:with you|together)|(?:hearing|reading) (?:back )?from you|your (?:reply|answer|response|feedback|thoughts|message)|(?:talking|speaking) (?:to|with) you|meeting you|it|seeing you)(?: (?:soon|again))?",
  "(?:great|perfect|excellent|wonderful|fantastic|lovely|brilliant|awesome|understood)|(?:that(?:'s| is| sounds) )?(?:great|good|wonderful|lovely|fantastic) (?:news|to hear|to know)|that(?:'s| is) (?:great|good|wonderful|lovely)|(?:super|prima|perfekt|wunderbar|parfait|super|perfecto|estupendo)",
  "have an? (?:great|good|nice|lovely|wonderful|fantastic|pleasant|excellent|amazing) (?:day|week|weekend|evening|night|afternoon|trip|journey|flight|holiday)(?: ahead)?",
  "enjoy|have fun|good luck|welcome(?: on board| aboard)?|(?:many )?thanks in advance|until then|see you (?:soon|then)|(?:all the )?best of luck|have a (?:great|good|nice|lovely|pleasant) (?:one|rest of (?:the|your) (?:day|week))",
  "(?:i|we) (?:hope|trust) (?:that )?(?:this|that|it) (?:helps?|is (?:of help|what you(?:'re| are| were) looking for)|makes? sense|clears? (?:it|that|things) up|answers? (?:that|it|everything))(?: (?:a bit|you|for now))?",
  "(?:(?:ich|wir) (?:hoffe|hoffen),? )?(?:das|dies) hilft ihnen(?: (?:weiter|schon weiter))?|(?:ich|wir) (?:hoffe|hoffen),? (?:das|dies|ich konnte ihnen|wir konnten ihnen) (?:hilft ihnen|hilft|helfen|weiterhelfen)(?: weiter)?|(?:(?:bei|für|falls sie) )?(?:(?:weiteren?|noch|rück)\\s?)*fragen(?: haben)?,? (?:melden sie sich|schreiben sie (?:mir|uns)|stehe ich|stehen wir)(?: (?:ihnen|gern|gerne|jederzeit|einfach|bitte))*(?: zur verfügung)?|melden sie sich(?: (?:gern|gerne|jederzeit|einfach|bitte))* (?:bei (?:weiteren )?(?:fragen|rückfragen)|wenn (?:etwas|noch etwas) unklar ist)|(?:ich|wir) wünschen? ihnen (?:einen schönen (?:tag|abend|feierabend)|eine schöne woche|ein schönes wochenende|viel (?:erfolg|freude|spaß))(?: noch)?|(?:gute|sehr gute) frage|kein problem, das kommt vor|das kommt vor",
  "bonne (?:question|journée|soirée|semaine|fin de journée)|excellente question|n'hésitez pas à (?:revenir vers (?:moi|nous)|me (?:contacter|écrire|solliciter)|nous (?:contacter|écrire|solliciter))(?: (?:si|pour|en cas)(?: [\\p{L}'-]+){1,8})?|(?:j'espère|nous espérons) que (?:cela|ceci|ça) (?:vous )?(?:aide|aidera|sera utile|répond à (?:votre|vos) questions?)|(?:je reste|nous restons) à votre (?:entière )?disposition(?: [\\p{L}'-]+){0,5}|au plaisir de vous (?:lire|entendre|rencontrer)|excellente (?:journée|semaine)",
  "(?:muy )?buena pregunta|(?:espero|esperamos) que (?:le|les|te|esto le) (?:sirva|ayude|sea (?:útil|de ayuda))|no dude en (?:escribir(?:me|nos)?|contactar(?:me|nos)?|preguntar(?:me|nos)?|consultar(?:me|nos)?)(?: (?:si|para|en caso)(?: [\\p{L}'-]+){1,8})?|(?:quedo|quedamos) a su (?:entera )?disposición(?: [\\p{L}'-]+){0,5}|que (?:tenga|tengan|pase) (?:un )?(?:buen|muy buen|una buena) (?:día|tarde|semana)|saludos y (?:buen día|gracias)",
];

/** "Of course.": says yes to whatever was asked, and so needs an answer with a source right behind it. */
export const assent =
  /^(?:(?:yes|yeah|sure(?: thing)?|of course|certainly|absolutely|indeed|definitely|gladly|with pleasure|no problem|that(?:'s| is) (?:quickly done|easily done|easy|simple|possible|fine|no problem|right)|(?:we|it|they|you|i) (?:do|does|can|are|is|will)|ja|gerne?|natürlich|selbstverständlich|klar|kein problem|oui|bien sûr|volontiers|certainement|pas de problème|sí|claro(?: que sí)?|por supuesto|con mucho gusto|sin problema)[,.!\s]*)+$/iu;

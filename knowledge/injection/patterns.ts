/** A shape that texts written for a machine have, and how much it says by itself. */
export interface InjectionPattern {
  reason: string;
  /** The chance that a text with it is meant for an assistant, as far as one shape can tell, 0–1; set by judgement. */
  weight: number;
  found: RegExp;
}

const orders =
  "instructions?|prompts?|rules?|guidelines?|directions?|commands?|programming|training|context|polic(?:y|ies)|anweisungen|regeln|consignes|instrucciones|reglas";
const earlier =
  "all|any|every|everything|previous|prior|above|earlier|preceding|your|these|those|former|initial|original|system";
const words = String.raw`(?:\S+\s+){0,5}?`;
const models = "ai|a\\.i\\.|llms?|language models?|assistants?|chatbots?|chatgpt|gpt-?\\d*|bots?|agents?|ki";

/** Read with the ignore-case flag, over text without invisible characters. */
export const injectionPatterns: readonly InjectionPattern[] = [
  {
    reason: "tells an assistant to drop its instructions",
    weight: 0.9,
    found: either([
      String.raw`\b(?:ignore|disregard|forget|override|bypass|neglect|do not follow|don't follow|stop following|overlook)\s+${words}(?:${earlier})\s+${words}(?:${orders})\b`,
      String.raw`\b(?:ignoriere|vergiss|missachte)\s+${words}(?:anweisungen|regeln|vorgaben)\b`,
      String.raw`\b(?:ignorez?|oubliez?)\s+${words}(?:instructions|consignes|règles)\b`,
      String.raw`\b(?:ignora|olvida|ignore)\s+${words}(?:instrucciones|reglas)\b`,
      String.raw`\b(?:ignore|disregard|forget) (?:everything|all|anything) (?:above|before|that|you|i|up to)\b`,
    ]),
  },
  {
    reason: "gives an assistant new instructions",
    weight: 0.6,
    found: either([
      String.raw`\b(?:new|updated|real|following|important|special) (?:system )?(?:instructions?|task|objective|directive|commands?) (?:for (?:the|you)|is|are|comes?)\b`,
      String.raw`\b(?:new|updated|additional|system) instructions?\s*:`,
      String.raw`\bfrom now on,? (?:you|your) (?:are|will|must|should|shall|have to|answers?|repl|responses?)`,
      String.raw`\byou (?:must|will|shall|should) (?:always |only |never |now )*(?:obey|comply|respond|answer|reply|say|output|pretend|ignore)\b`,
      String.raw`\b(?:in|to|with|of) your (?:response|output|summary|completion)s?\b`,
    ]),
  },
  {
    reason: "asks for a role without rules",
    weight: 0.7,
    found: either([
      String.raw`\b(?:you are|you're|act|behave|respond|answer|reply|acting) (?:now |going to be |going to act )?(?:as )?(?:an?|the|my) ${words}(?:${models}|character|persona|simulator|terminal|interpreter|hacker|expert)\b`,
      String.raw`\b(?:i want you to|you will|you are going to|you must) (?:now )?(?:act|pretend|role-?play|simulate|play the role|impersonate)\b`,
      String.raw`\b(?:do anything now|developer mode (?:enabled|output|on)|dan mode|(?:stay|remain|break(?:s|ing)?) (?:in |of )?character)\b`,
      String.raw`\b(?:without|no|any|free of|has no|have no) (?:any )?(?:moral|ethical|content|legal|safety) (?:or \w+ )?(?:restrictions?|limits?|limitations?|filters?|guidelines?|boundaries|principles|constraints|policy|policies)\b`,
      String.raw`\b(?:openai|chatgpt|anthropic)\b.{0,60}\b(?:polic|guideline|restrict|filter|rules)`,
    ]),
  },
  {
    // One word that is said of other things too.
    reason: "has a word of such texts",
    weight: 0.3,
    found: either([
      String.raw`\b(?:jailbr(?:eak|oken)\w*|unfiltered|uncensored|amoral|role-?play\w*|system prompt|prompt injection)\b`,
      String.raw`\bpretend (?:to be|that you|you(?:'re| are))\b`,
    ]),
  },
  {
    reason: "talks to an assistant",
    weight: 0.45,
    found: either([
      String.raw`\b(?:dear|hey|attention|note to|message to|instructions? (?:for|to)|an die|to) (?:the |any |all |every )?(?:${models})\b(?! (?:team|of|for|at|desk))`,
      String.raw`\bif you(?:'re| are) an? ${words}(?:ai|llm|language model|bot|chatbot)\b|\bas an? (?:ai|language model|llm)\b`,
      String.raw`\b(?:ai|llm|language model)s? (?:agents?|assistants?|models?|systems?)? ?(?:that|who|which|must|should|reading|processing)\b`,
    ]),
  },
  {
    reason: "asks for an assistant's instructions or secrets",
    weight: 0.75,
    found: either([
      String.raw`\b(?:reveal|print|show|repeat|output|display|leak|tell me|give me|write|disclose|what (?:is|are|was|were))\s+${words}(?:system prompt|system message|initial prompt|hidden prompt|(?:initial|hidden|original|system|secret) instructions)\b`,
      String.raw`\brepeat (?:the |all )?(?:text|words|everything) (?:above|before)\b|\b(?:deinen?|ihren?) systemprompt\b|\binvite système\b`,
    ]),
  },
  {
    reason: "asks to pass data on",
    weight: 0.55,
    found: either([
      String.raw`\b(?:retrieve|fetch|access|extract|obtain|look up|gather|collect|export|get|find|read|search|check|download|use)\s+(?:\S+\s+){1,14}?(?:and|then)\s+(?:then )?(?:e-?mail|send|forward|share|upload|post|pass|transmit|mail)\s+(?:it|them|this|these|that|the|a|all|my|to)\b`,
      String.raw`\b(?:send|forward|e-?mail|upload|exfiltrate|transmit|leak)\s+${words}(?:all|every|entire|whole|full)\s+${words}(?:contacts?|customers?|conversations?|messages|passwords?|credentials|records|data|history|inbox|e-?mails)\b`,
      String.raw`!\[[^\]]{0,80}\]\(https?:[^)\s]{0,200}[?=][^)]{0,300}\)`,
    ]),
  },
  {
    reason: "asks to keep something from the reader",
    weight: 0.45,
    found: either([
      String.raw`\b(?:do not|don't|never|without) (?:mention(?:ing)?|tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|alert(?:ing)?)\s+${words}(?:users?|instructions?|prompt|anyone|human|owner|message)\b`,
      String.raw`\b(?:secretly|covertly) (?:\S+ ){0,3}?(?:send|forward|add|include|copy)\b|\bhide this from\b`,
    ]),
  },
  {
    reason: "has the markup of a prompt or a tool call",
    weight: 0.85,
    found: either([
      String.raw`<\|?/?(?:system|assistant|instructions?|prompt|tool_call|tool_use|function_calls?|im_start|im_end|endoftext|context|data)\b[^>\n]{0,60}\|?>`,
      String.raw`\[/?inst\]|<</?sys>>|^[ \t]*#{2,}[ \t]*(?:system|instructions?|assistant|new task)\b`,
      String.raw`^[ \t]*(?:system|assistant|ai|human)\s*:`,
      String.raw`["'](?:tool|tool_name|function|function_call|tool_calls?)["']\s*:\s*[{["']`,
    ]),
  },
  {
    reason: "wants code put into an answer",
    weight: 0.6,
    found: either([
      String.raw`\b(?:includ|insert|add|incorporat|integrat|embed|utili[sz]|featur|us|append|employ|implement|place|put|presence)\w*\s+(?:\S+\s+){0,9}?(?:code|snippet|script)\b[^\n]{0,80}\s*\x60{3}`,
      String.raw`\brm -rf /|\bcurl \S+ ?\| ?(?:ba)?sh\b`,
    ]),
  },
  {
    reason: "is hidden from readers",
    weight: 0.6,
    found: either([
      String.raw`<[^>]{1,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0)[^>]{0,100}>\s*[^<\s][^<]{20}`,
      String.raw`<!--[^>]{0,300}\b(?:instruct|assistant|ignore|ai|prompt)\b`,
    ]),
  },
];

function either(shapes: readonly string[]): RegExp {
  return new RegExp(shapes.map((shape) => `(?:${shape})`).join("|"), "imu");
}

import type { CommitmentKind } from "#core/domain/draft.ts";
import type { Commitment } from "./commitment.ts";

interface PromiseForm {
  kind: CommitmentKind;
  /** What says the same is of the same class. */
  value: string;
  pattern: RegExp;
}

const forms: readonly PromiseForm[] = [
  {
    kind: "availability",
    value: "none",
    pattern:
      /\b(?:out of stock|sold out|fully booked|booked out|unavailab(?:le|ility)|not available|ausverkauft|ausgebucht|vergriffen|épuisée?s?|agotad[oa]s?)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "refund",
    value: "refund",
    pattern:
      /\b(?:get|gets|have|receive)(?= (?:the|your|their|a|all your) (?:full )?(?:deposit|money|payment|fee|costs?)[^.;]{0,60}\bback\b)|\b(?:every|each) (?:cent|penny|euro|dollar|pound) back\b|\b(?:is|are|be|was) (?:paid back|returned to you)\b/giu,
  },
  {
    kind: "refund",
    value: "refund",
    pattern:
      /\b(?:refund\p{L}*|money[- ]back|reimburs\p{L}*|compensat\p{L}*|pay(?:ing)? (?:you |it |them )?back|(?:return|give) (?:you )?(?:your|the) (?:money|payment)(?: back)?|(?:get|have) your money(?: back)?|chargeback|rückerstatt\p{L}*|erstatt\p{L}*|geld[- ]zurück|zurückzahl\p{L}*|entschädig\p{L}*|rembours\p{L}*|dédommag\p{L}*|reembols\p{L}*|devol(?:ver|vemos|veremos|ución)\p{L}*|indemniza\p{L}*)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "refund",
    value: "credit",
    pattern:
      /\b(?:credit(?:ed|ing)?(?= (?:you|your|it|the|that|to|note|on|for|will|of))|credit notes?|account credits?|free replacement|gutschrift\p{L}*|gutschreib\p{L}*|note de crédit|nota de crédito)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "legal",
    value: "guarantee",
    pattern:
      /\b(?:guarant\p{L}*|garanti\p{L}*|garantiz\p{L}*|we promise|i promise|versprechen|promesse|you have our word)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "legal",
    value: "warranty",
    pattern: /\b(?:warrant(?:y|ies|s|ed)|gewährleist\p{L}*)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "legal",
    value: "liability",
    pattern:
      /\b(?:liab\w+|indemnif\w+|indemnity|haft(?:en|ung|et|bar)\p{L}*|responsabilité|responsabilidad)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "legal",
    value: "binding",
    pattern:
      /\b(?:legally|contractual(?:ly)?|binding|bindend|verbindlich\p{L}*|juridiquement|legalmente|entitled to|penalt(?:y|ies)|exclusiv(?:e|ity|ely)|vertragsstrafe)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "legal",
    value: "compliance",
    pattern:
      /\b(?:compl(?:y|ies|iant|iance)|certified|certification|accredited|gdpr|hipaa|soc ?2|iso ?\d{4,5}|pci(?:[- ]dss)?|dsgvo\p{L}*|rgpd|data processing agreements?|dpa|auftragsverarbeitung\p{L}*|zertifizier\p{L}*|conforme?s?)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "legal",
    value: "cancel",
    pattern:
      /\b(?:(?:cancel|terminate|leave|quit|stop|end)(?: (?:it|the|your|this|contract|subscription|plan|agreement))* (?:at )?any ?time|no (?:minimum|fixed|long[- ]term) (?:term|contract|commitment)s?|without (?:notice|obligation|commitment)|notice period|jederzeit (?:kündbar|kündigen)|kündigungsfrist|sans engagement|résiliable|sin (?:permanencia|compromiso))(?![\p{L}\p{N}])/giu,
  },
  { kind: "legal", value: "sla", pattern: /\b(?:sla|service level agreement|uptime)(?![\p{L}\p{N}])/giu },
  {
    kind: "availability",
    value: "stock",
    pattern:
      /\b(?:in stock|on stock|auf lager|vorrätig|lieferbar|en stock|en existencias)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "availability",
    value: "available",
    pattern:
      /\b(?:availab(?:le|ility)|verfügbar\p{L}*|disponibles?|(?:is|are|am|'m|'re|be) free(?= (?:on|at|from|next|this|tomorrow|today|monday|tuesday|wednesday|thursday|friday|in the|after|until))|have (?:capacity|room|a slot|slots|space))(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "availability",
    value: "start",
    pattern:
      /\b(?:(?:can|could|will|'ll|are able to|ready to|able to) (?:start|begin|kick off)|können (?:wir )?(?:\S+ ){0,4}(?:beginnen|starten|anfangen)|pouvons commencer|podemos empezar)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "availability",
    value: "deliver",
    pattern:
      /\b(?:(?:can|could|will|'ll|be able to|ready to|able to) (?:be )?(?:deliver|ship|dispatch|install|set up)\p{L}*|ready to ship|will arrive|arrives(?! (?:damaged|broken|defective|faulty|late))|(?:liefern|lieferung)(?= (?:wir|bis|am|innerhalb))|livr(?:ons|able|erons)|entregar(?:emos)?)(?![\p{L}\p{N}])/giu,
  },
];

/** Promises that are told by words: refunds, legal ones, what is to be had. The value is the promise's class. */
export function findPromises(sentence: string): Commitment[] {
  return forms.flatMap(({ kind, value, pattern }) =>
    [...sentence.matchAll(pattern)].map((match) => ({
      kind,
      value,
      from: match.index,
      to: match.index + match[0].length,
    })),
  );
}

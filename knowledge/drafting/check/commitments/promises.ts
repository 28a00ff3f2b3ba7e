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
    kind: "refund",
    value: "refund",
    pattern:
      /\b(?:refund\w*|money[- ]back|reimburs\w*|compensat\w*|pay(?:ing)? (?:you |it |them )?back|(?:return|give) (?:you )?(?:your|the) (?:money|payment)(?: back)?|(?:get|have) your money(?: back)?|chargeback|rückerstatt\w*|erstatt\w*|geld[- ]zurück|zurückzahl\w*|entschädig\w*|rembours\w*|dédommag\w*|reembols\w*|devol(?:ver|vemos|veremos|ución)\w*|indemniza\w*)\b/giu,
  },
  {
    kind: "refund",
    value: "credit",
    pattern:
      /\b(?:credit(?:ed|ing)?(?= (?:you|your|it|the|that|to|note|on|for|will|of))|credit notes?|account credits?|free replacement|gutschrift\w*|gutschreib\w*|note de crédit|nota de crédito)\b/giu,
  },
  {
    kind: "legal",
    value: "guarantee",
    pattern:
      /\b(?:guarant\w*|garanti\w*|garantiz\w*|we promise|i promise|versprechen|promesse|you have our word)\b/giu,
  },
  { kind: "legal", value: "warranty", pattern: /\b(?:warrant(?:y|ies|s|ed)|gewährleist\w*)\b/giu },
  {
    kind: "legal",
    value: "liability",
    pattern:
      /\b(?:liab\w+|indemnif\w+|indemnity|haft(?:en|ung|et|bar)\w*|responsabilité|responsabilidad)\b/giu,
  },
  {
    kind: "legal",
    value: "binding",
    pattern:
      /\b(?:legally|contractual(?:ly)?|binding|bindend|verbindlich\w*|juridiquement|legalmente|entitled to|penalt(?:y|ies)|exclusiv(?:e|ity|ely)|vertragsstrafe)\b/giu,
  },
  {
    kind: "legal",
    value: "compliance",
    pattern:
      /\b(?:compl(?:y|ies|iant|iance)|certified|certification|accredited|gdpr|hipaa|soc ?2|iso ?\d{4,5}|pci(?:[- ]dss)?|dsgvo\w*|rgpd|zertifizier\w*|conforme?s?)\b/giu,
  },
  {
    kind: "legal",
    value: "cancel",
    pattern:
      /\b(?:(?:cancel|terminate|leave|quit|stop|end)(?: (?:it|the|your|this|contract|subscription|plan|agreement))* (?:at )?any ?time|no (?:minimum|fixed|long[- ]term) (?:term|contract|commitment)s?|without (?:notice|obligation|commitment)|notice period|jederzeit (?:kündbar|kündigen)|kündigungsfrist|sans engagement|résiliable|sin (?:permanencia|compromiso))\b/giu,
  },
  { kind: "legal", value: "sla", pattern: /\b(?:sla|service level agreement|uptime)\b/giu },
  {
    kind: "availability",
    value: "stock",
    pattern: /\b(?:in stock|on stock|out of stock|auf lager|vorrätig|lieferbar|en stock|en existencias)\b/giu,
  },
  {
    kind: "availability",
    value: "available",
    pattern:
      /\b(?:(?:un)?availab(?:le|ility)|verfügbar\w*|disponibles?|(?:is|are|am|'m|'re|be) free(?= (?:on|at|from|next|this|tomorrow|today|monday|tuesday|wednesday|thursday|friday|in the|after|until))|have (?:capacity|room|a slot|slots|space)|fully booked|booked out|sold out|ausgebucht|ausverkauft)\b/giu,
  },
  {
    kind: "availability",
    value: "start",
    pattern:
      /\b(?:(?:can|could|will|'ll|are able to|ready to|able to) (?:start|begin|kick off)|können (?:wir )?(?:\S+ ){0,4}(?:beginnen|starten|anfangen)|pouvons commencer|podemos empezar)\b/giu,
  },
  {
    kind: "availability",
    value: "deliver",
    pattern:
      /\b(?:(?:can|could|will|'ll|be able to|ready to|able to) (?:be )?(?:deliver|ship|dispatch|install|set up)\w*|ready to ship|will arrive|arrives|(?:liefern|lieferung)(?= (?:wir|bis|am|innerhalb))|livr(?:ons|able|erons)|entregar(?:emos)?)\b/giu,
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

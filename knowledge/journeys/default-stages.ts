import { type Stage, stageRules } from "./stage-rules.ts";

/**
 * The stages of a lead where a workspace has none of its own: contacted, engaged, toured, offer, closed. Texts count only where
 * they speak of what has been done: a customer who asks for a demo has not had one.
 */
export const defaultStages: readonly Stage[] = stageRules.parse([
  { name: "contacted", reached_by: [{ direction: "OUTBOUND" }], returns: false },
  { name: "engaged", reached_by: [{ direction: "INBOUND" }], returns: false },
  {
    name: "toured",
    reached_by: [
      { type: "MEETING" },
      { channel: "IN_PERSON" },
      {
        says: [
          ...["demo", "demos", "demonstration", "tour", "tours", "tour booked", "viewing", "walkthrough"],
          ...[
            "site visit",
            "on-site visit",
            "onsite visit",
            "office visit",
            "showroom visit",
            "customer visit",
          ],
          ...["besichtigung", "vorführung", "démonstration", "visite", "demostración"],
        ],
        in: ["activity"],
      },
      {
        says: [
          ...[
            "thanks for the demo",
            "thank you for the demo",
            "thanks for the tour",
            "thank you for the tour",
          ],
          ...["thanks for the visit", "thank you for your visit", "thanks for visiting", "enjoyed the tour"],
          ...["enjoyed the demo", "after the demo", "since the demo", "after the tour", "during the demo"],
          ...["danke für die vorführung", "merci pour la démonstration", "gracias por la demostración"],
        ],
        in: ["content"],
      },
    ],
  },
  {
    name: "offer",
    reached_by: [
      {
        says: [
          ...["proposal", "offer", "quote", "quotation", "contract", "estimate"],
          ...["angebot", "vertrag", "devis", "contrat", "presupuesto", "oferta", "contrato"],
        ],
        in: ["activity"],
      },
      {
        says: [
          ...["proposal", "offer", "your quote", "quotation", "contract"],
          ...["angebot", "vertrag", "devis", "contrat", "presupuesto", "oferta", "contrato"],
        ],
        in: ["subject"],
        direction: "OUTBOUND",
      },
      {
        says: [
          ...["our proposal", "attached proposal", "proposal attached", "the proposal attached", "our offer"],
          ...["here is the quote", "here is your quote", "here is our quote", "our quote", "quote attached"],
          ...["attached quote", "attached is the quote", "quotation attached", "attached the contract"],
          ...["contract attached", "attached is the contract", "attached is our proposal", "unser angebot"],
          ...["notre devis", "notre offre", "nuestra oferta", "nuestro presupuesto"],
        ],
        in: ["content"],
        direction: "OUTBOUND",
      },
    ],
  },
  { name: "closed", reached_by: [{ outcome: "won" }, { outcome: "lost" }, { status: "CUSTOMER" }] },
]);

/** The stages of a loan application, as its owner would write them in a file for `rapport stages set`. */
export const bpiStages = [
  { name: "submitted", reached_by: [{ activity: ["A_SUBMITTED", "A_PARTLYSUBMITTED"] }] },
  { name: "preaccepted", reached_by: [{ activity: ["A_PREACCEPTED", "W_Afhandelen leads"] }] },
  { name: "accepted", reached_by: [{ activity: ["A_ACCEPTED", "W_Completeren aanvraag"] }] },
  { name: "finalized", reached_by: [{ activity: "A_FINALIZED" }] },
  { name: "offered", reached_by: [{ activity: ["O_SENT", "W_Nabellen offertes"] }] },
  { name: "returned", reached_by: [{ activity: ["O_SENT_BACK", "W_Valideren aanvraag"] }] },
  { name: "incomplete", reached_by: [{ activity: "W_Nabellen incomplete dossiers" }] },
  {
    name: "decided",
    reached_by: [
      { activity: ["A_APPROVED", "A_ACTIVATED", "A_REGISTERED"] },
      { activity: ["A_DECLINED", "A_CANCELLED"] },
    ],
  },
];

/** A salesperson of the made-up studio. */
export interface Rep {
  first: string;
  last: string;
  email: string;
  /** Hidden: the usual hours until they answer. */
  answerHours: number;
  /** Hidden: how often they write again to a silent lead before giving up. */
  patience: number;
}

/** The studio that the sample is about. It does not exist. */
export const studio = { name: "Harbour & Pine Studio", domain: "harbourpine.example", city: "Dublin" };

/** Its five salespeople. */
export const team: readonly Rep[] = [
  rep("Mara", "Quinn", 2.5, 4),
  rep("Tomás", "Herlihy", 5, 3),
  rep("Anna", "Vogel", 7, 3),
  rep("Luc", "Marchetti", 12, 3),
  rep("Declan", "Foyle", 22, 2),
];

function rep(first: string, last: string, answerHours: number, patience: number): Rep {
  const local = `${first}.${last}`.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return { first, last, email: `${local}@${studio.domain}`, answerHours, patience };
}

/** A promise that no source says anything about, and words that tell that it left. */
export interface LoosePromise {
  text: string;
  tells: string;
}

/** As a seller would write them; no number needs to stand in them. */
export const loosePromises: Readonly<Record<"en" | "de" | "fr" | "es", readonly LoosePromise[]>> = {
  en: [
    { text: "We'll match any price you find for the {x} elsewhere.", tells: "match" },
    { text: "You won't pay a cent for the {x} until it runs.", tells: "a cent" },
    { text: "The first {x} is on the house.", tells: "on the house" },
    { text: "I can knock a third off the {x} for you.", tells: "a third" },
    { text: "Take two of the {x} and pay for one.", tells: "pay for one" },
    { text: "We'll hold the price of the {x} for you.", tells: "hold the price" },
    { text: "I'll personally see to it that the {x} is there by Friday.", tells: "Friday" },
    { text: "Consider the {x} installed by tomorrow morning.", tells: "tomorrow" },
    { text: "The {x} could be at your door in a week or two.", tells: "week or two" },
    { text: "We'll have the {x} with you before Christmas.", tells: "Christmas" },
    { text: "We've got plenty of the {x} lying around.", tells: "plenty" },
    { text: "There's always a {x} ready to go in our warehouse.", tells: "ready to go" },
    { text: "You can bring the {x} back whenever you like.", tells: "bring the" },
    { text: "If you don't love the {x}, we'll give you every penny back.", tells: "penny back" },
    { text: "We take the {x} back, no questions asked.", tells: "no questions" },
    { text: "We'll make good any loss that the {x} causes you.", tells: "make good" },
    { text: "Your data on the {x} never leaves the EU.", tells: "never leaves" },
    { text: "We're fully liable for anything that goes wrong with the {x}.", tells: "liable" },
    { text: "You have my word that the {x} won't break.", tells: "my word" },
    { text: "We'll throw in the cables with the {x}.", tells: "throw in" },
    { text: "Training for the {x} is included at no extra cost.", tells: "no extra cost" },
    { text: "We'll deliver the {x} first and you pay later.", tells: "pay later" },
    { text: "We'll send you a replacement for the {x} the same day.", tells: "same day" },
    { text: "You can walk away from the contract for the {x} at any point.", tells: "walk away" },
    { text: "The {x} lasts a lifetime, guaranteed.", tells: "guaranteed" },
    { text: "We'll credit the difference on the {x} to your account.", tells: "credit the difference" },
    { text: "I can let you have the {x} for a dozen hundred.", tells: "dozen hundred" },
    { text: "We'd split the cost of the {x} with you fifty-fifty.", tells: "fifty-fifty" },
  ],
  de: [
    { text: "Den {x} geben wir Ihnen gerne kostenlos dazu.", tells: "kostenlos" },
    { text: "Der {x} ist spätestens übermorgen bei Ihnen.", tells: "übermorgen" },
    { text: "Beim {x} komme ich Ihnen um ein Drittel entgegen.", tells: "ein Drittel" },
    { text: "Für den {x} haften wir in vollem Umfang.", tells: "haften" },
    { text: "Den {x} nehmen wir jederzeit anstandslos zurück.", tells: "jederzeit" },
  ],
  fr: [
    { text: "Nous vous offrons le {x} pour le deuxième achat.", tells: "offrons" },
    { text: "Le {x} sera chez vous dès demain.", tells: "demain" },
    { text: "Je vous laisse le {x} à moitié prix.", tells: "moitié prix" },
    { text: "Nous répondons de tous les dommages causés par le {x}.", tells: "dommages" },
    { text: "Nous reprenons le {x} quand vous voulez.", tells: "quand vous voulez" },
  ],
  es: [
    { text: "Le regalamos el {x} con la segunda compra.", tells: "regalamos" },
    { text: "El {x} estará en su casa mañana mismo.", tells: "mañana" },
    { text: "Le dejo el {x} a mitad de precio.", tells: "mitad de precio" },
    { text: "Respondemos de todos los daños que cause el {x}.", tells: "daños" },
    { text: "Aceptamos el {x} de vuelta cuando quiera.", tells: "cuando quiera" },
  ],
};

/** What is added to a sentence that has its source. */
export const addedPromises: readonly LoosePromise[] = [
  { text: ", and we'll throw in free training", tells: "free training" },
  { text: ", and you'd get another 5% on top", tells: "5%" },
  { text: ", and it could be with you by tomorrow", tells: "tomorrow" },
  { text: ", and if anything goes wrong you get every cent back", tells: "every cent" },
  { text: ", with lifetime support at no charge", tells: "lifetime support" },
  { text: ", and there's no minimum term", tells: "minimum term" },
  { text: " and we cover the customs duties", tells: "customs" },
  { text: ", which we guarantee for ten years", tells: "ten years" },
];

/** What articles say about a thing besides. */
export const smallTalk: Readonly<Record<"en" | "de" | "fr" | "es", readonly string[]>> = {
  en: [
    "The {x} is our best-selling model. It comes in black and in white.",
    "Many teams use the {x} every day. It is easy to clean.",
  ],
  de: ["Der {x} ist unser meistverkauftes Modell. Es gibt ihn in Schwarz und in Weiß."],
  fr: ["Le {x} est notre modèle le plus vendu. Il existe en noir et en blanc."],
  es: ["El {x} es nuestro modelo más vendido. Lo hay en negro y en blanco."],
};

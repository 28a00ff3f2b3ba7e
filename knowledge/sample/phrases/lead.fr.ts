import type { LeadIntent } from "../intents.ts";
import type { Phrase } from "./phrase.ts";

/** What leads say in French. */
export const frenchLead: Record<LeadIntent, Phrase> = {
  inquiry: [
    [
      "nous cherchons {product} pour {company}. Travaillez-vous aussi avec des clients à {city} ?",
      "nous sommes {staff} à {city} et nous aurions besoin d'une agence pour {product}.",
      "pourriez-vous me dire ce que représente {product} ?",
    ],
    [
      "Le plus important : {feature}.",
      "Nous aimerions {feature} et {feature2}.",
      "Notre budget est d'environ {budget}.",
      "L'idéal serait d'être prêts pour le {launch}.",
    ],
  ],
  referral_intro: [
    [
      "{reference} m'a donné votre nom. Nous pensons à {product} pour {company}.",
      "je vous écris sur le conseil de {reference} : il nous faut {product}.",
    ],
    ["Auriez-vous un moment cette semaine ?", "Nous voulons surtout {feature}."],
  ],
  outreach_interest: [
    [
      "merci pour votre message. Combien cela coûterait-il à peu près ?",
      "le sujet est sur notre liste, envoyez-moi de la documentation.",
      "comment avez-vous eu mon adresse ? Cela dit, le sujet m'intéresse.",
    ],
    ["Je ne promets rien.", "Nous sommes {staff}."],
  ],
  details: [
    [
      "pour répondre à vos questions : nous sommes {staff} et il nous faut surtout {feature}.",
      "nous voulons {feature} et {feature2}, le reste peut attendre.",
      "notre enveloppe est de {budget}, avec {feature} si possible.",
    ],
    [
      "Nous écrirons les textes nous-mêmes.",
      "Les photos existent déjà.",
      "Nous avons aimé votre travail pour {reference}.",
    ],
  ],
  ask_price: [
    [
      "quel serait le prix, même approximatif ?",
      "pouvez-vous m'indiquer un prix pour {product} ?",
      "qu'est-ce qui est compris dans le prix, et qu'est-ce qui s'ajoute ?",
    ],
    ["Nous avons prévu environ {budget}.", "Y a-t-il des frais mensuels ?"],
  ],
  ask_timeline: [
    [
      "quand pourriez-vous commencer ? Il nous le faut pour le {launch}.",
      "le {launch}, est-ce réaliste ?",
      "combien de temps faut-il compter, et quelle part de travail pour nous ?",
    ],
    ["Après cette date, cela nous sert peu.", "Une semaine de plus irait aussi."],
  ],
  ask_feature: [
    [
      "encore une question : peut-on avoir {feature} ?",
      "comment feriez-vous pour {feature} ?",
      "il nous faudrait aussi {feature}. Est-ce compris ?",
    ],
    ["Une capture d'écran suffirait.", "Nos clients le demandent souvent."],
  ],
  ask_reference: [
    ["avez-vous déjà fait cela dans notre métier ?", "pourrais-je parler avec {reference} ?"],
    ["Un exemple en ligne nous aiderait."],
  ],
  competitor: [
    [
      "pour être franc, nous parlons aussi avec {competitor}, qui propose {theirPrice}.",
      "nous avons une deuxième offre, de {competitor}. Qu'avez-vous de mieux ?",
    ],
    ["Le prix n'est pas tout.", "Vos références me plaisent davantage."],
  ],
  boss: [
    [
      "cela me plaît, mais c'est {boss} qui décide.",
      "je dois d'abord en parler à {boss}. Auriez-vous une page de résumé ?",
    ],
    ["Cela peut prendre deux semaines."],
  ],
  price_objection: [
    [
      "{price}, c'est plus que prévu. Nous pensions plutôt à {budget}.",
      "la proposition est bonne, le prix un peu moins. Que peut-on enlever ?",
    ],
    ["Serait-ce possible en deux étapes ?", "Nous ne pouvons pas aller plus loin cette année."],
  ],
  accept_call: [
    ["{day} à {time}, c'est parfait.", "d'accord pour {day}, {time}. Mon numéro : {phone}."],
    ["Une demi-heure devrait suffire.", "Je viendrai avec {boss}."],
  ],
  postpone: [
    [
      "cette semaine est très chargée. Peut-on en reparler plus tard ?",
      "je n'ai pas encore eu le temps, un peu de patience.",
    ],
    ["Je ne vous oublie pas."],
  ],
  short_ack: [
    [
      "merci, bien reçu. Je regarde.",
      "merci beaucoup, je reviens vers vous.",
      "merci, je transmets à {boss}.",
      "bien noté, je lis cela ce week-end.",
      "merci pour les documents, {company} vous tient au courant.",
    ],
  ],
  back_again: [
    [
      "désolé pour le silence, j'étais en déplacement.",
      "pardon, votre message m'avait échappé.",
      "merci de votre relance, nous étions en plein inventaire.",
    ],
  ],
  chase: [
    ["avez-vous reçu mon dernier message ?", "avez-vous du nouveau ? Nous aimerions avancer."],
    ["Un mot suffit."],
  ],
  agree: [
    [
      "bonne nouvelle : nous acceptons votre offre à {price}. Merci d'envoyer le contrat.",
      "{boss} a donné son accord, nous signons pour {price}.",
      "c'est oui. {price}, c'est validé, quand commençons-nous ?",
    ],
    [
      "Ce qui nous a convaincus : vos explications sur le projet.",
      "Nous nous réjouissons de travailler avec vous.",
    ],
  ],
  decline_price: [
    [
      "{price}, c'est trop pour nous. Nous devons renoncer.",
      "après calcul, c'est trop cher pour cette année. Ce sera donc non.",
    ],
    ["La proposition était pourtant bonne."],
  ],
  decline_competitor: [
    [
      "nous avons choisi {competitor}, à {theirPrice}.",
      "c'est {competitor} qui a le contrat. Cela s'est joué à peu.",
    ],
    ["Votre travail n'est pas en cause."],
  ],
  decline_timing: [
    [
      "nous reportons le projet à l'année prochaine. Vous pouvez clore le dossier.",
      "ce n'est pas le bon moment, nous n'irons pas plus loin.",
    ],
    ["Recontactez-nous dans un an."],
  ],
  decline_internal: [
    ["{boss} a dit non, je n'y peux rien.", "la direction a refusé le projet."],
    ["Dommage, j'y tenais."],
  ],
  decline_need: [
    [
      "finalement nous n'en avons pas besoin pour l'instant.",
      "nous gardons ce que nous avons, cela nous suffit.",
    ],
    ["Merci de votre patience."],
  ],
  revived: [
    [
      "long silence de notre côté, pardon. L'offre à {price} tient-elle toujours ?",
      "nous reprenons le projet. Le {launch} est-il encore possible ?",
    ],
  ],
  thanks: [
    [
      "merci pour ce démarrage rapide, le questionnaire est rempli.",
      "la première facture est réglée. À bientôt.",
    ],
  ],
  out_of_office: [
    [
      "Réponse automatique : je suis absent jusqu'au {back} et lirai votre message à mon retour. En cas d'urgence : office@{domain}.",
      "Message d'absence : je suis en congés, de retour le {back}.",
    ],
  ],
};

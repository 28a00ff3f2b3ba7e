import type { RepIntent } from "../intents.ts";
import type { Phrase } from "./phrase.ts";

/** What the studio's people say in French. */
export const frenchRep: Record<RepIntent, Phrase> = {
  outreach: [
    [
      "j'ai regardé le site de {company} et j'aurais deux idées. Est-ce que {product} vous intéresserait ?",
      "nous venons de terminer un projet semblable pour {reference}. Puis-je vous montrer le résultat ?",
    ],
    ["Un quart d'heure suffit.", "Un non ne me fâchera pas."],
  ],
  first_reply: [
    [
      "merci pour votre demande. C'est le genre de projet que nous faisons souvent.",
      "merci de votre message, je serai votre interlocuteur au studio.",
      "ravi d'avoir des nouvelles de {company}. Nous avons fait un travail proche pour {reference}.",
    ],
    ["Ces projets commencent à {low}.", "Il faut compter {weeks} semaines."],
  ],
  fair_followup: [
    [
      "ravi de vous avoir rencontré au salon. Voici la documentation promise.",
      "notre échange au salon m'a fait réfléchir. On continue ?",
    ],
    ["L'exemple était {reference}."],
  ],
  after_chat: [
    ["merci pour la discussion sur notre site. Vous cherchez donc {product}, pour le {launch}."],
    ["Nous commençons à {low}."],
  ],
  after_call: [
    [
      "merci pour l'appel. J'ai noté : {feature}, {feature2}, prêt pour le {launch}.",
      "en résumé : vous êtes {staff} et vous voulez {feature}.",
    ],
    ["Corrigez-moi si besoin."],
  ],
  discover: [
    [
      "puis-je vous demander ce que vous utilisez aujourd'hui et ce qui doit changer d'abord ?",
      "qu'est-ce qui compte le plus : {feature} ou {feature2} ?",
      "qui participe à la décision, et avez-vous une enveloppe ?",
    ],
    ["Une ligne par point suffit."],
  ],
  propose_call: [
    [
      "voulez-vous en parler au téléphone ? Je propose {day} à {time}.",
      "une demi-heure nous épargnerait bien des messages. {day}, {time} ?",
    ],
    ["{boss} peut bien sûr se joindre à nous."],
  ],
  confirm_call: [
    ["{day} à {time}, c'est noté. L'invitation arrive.", "parfait, à {day}, {time}."],
    ["Nous commencerons par la structure."],
  ],
  answer_price: [
    [
      "pour le prix : entre {low} et {high}.",
      "comptez de {low} à {high}, plus {monthly} par mois pour l'hébergement et le suivi.",
    ],
    ["Il n'y a pas de frais cachés.", "Le paiement se fait en trois fois."],
  ],
  answer_timeline: [
    [
      "il nous faut {weeks} semaines, avec un début possible le {start}.",
      "le {launch} est faisable si nous commençons le {start}.",
    ],
    ["De votre côté, deux heures par semaine."],
  ],
  answer_feature: [
    ["oui, {feature}, c'est compris.", "nous l'avons fait pour {reference}, voici une image : {feature}."],
    ["Aucune formation n'est nécessaire."],
  ],
  answer_reference: [
    [
      "appelez {reference}, ils sont prévenus.",
      "chez {reference}, les demandes ont augmenté de {percent} %.",
    ],
  ],
  answer_competitor: [
    [
      "{competitor} travaille bien. Chez nous, le prix est ferme et vous avez un seul interlocuteur.",
      "vérifiez si leur offre à {theirPrice} comprend {feature2}.",
    ],
  ],
  answer_boss: [
    [
      "voici une page pour {boss} : le but, {price}, {weeks} semaines.",
      "je peux en parler avec {boss}, un quart d'heure suffit.",
    ],
  ],
  answer_price_objection: [
    ["je comprends. Sans {feature2}, nous arrivons à {revised}.", "je peux proposer {revised}, en six fois."],
    ["La qualité reste la même."],
  ],
  ok_postpone: [["pas de souci, je reviens vers vous après le {launch}.", "entendu. Le prix reste valable."]],
  ack: [
    ["merci, cela m'aide beaucoup.", "merci, c'est clair. Je le note.", "merci de votre retour."],
    ["Notre développeur n'y voit pas d'obstacle."],
  ],
  quote: [
    [
      "voici notre offre : {price} pour {product}, {weeks} semaines, début le {start}.",
      "ci-joint le devis de {price}. Il comprend {feature} et {feature2}, et reste valable jusqu'au {launch}.",
    ],
    ["Un tiers est dû à la commande.", "Le planning est en page 3."],
  ],
  nudge: [
    [
      "avez-vous pu regarder mon dernier message ?",
      "où en êtes-vous ? Je garde la date du {start} pour vous.",
    ],
    ["Je réponds volontiers par téléphone."],
  ],
  nudge_again: [
    [
      "sans nouvelles de vous, je me demande si le projet est toujours d'actualité.",
      "mon message est peut-être dans les indésirables. Pensez-vous encore à {product} ?",
    ],
  ],
  last_nudge: [
    [
      "c'est mon dernier message à ce sujet. Vous savez où me trouver.",
      "sans réponse, je libère la date du {start}.",
    ],
  ],
  closing_question: [
    [
      "partons-nous sur {price} ? Pour le {launch}, il me faudrait votre accord avant le {decide}.",
      "reste-t-il un obstacle à la décision ?",
    ],
    ["Le contrat peut partir aujourd'hui."],
  ],
  welcome: [
    [
      "bienvenue ! Le contrat est joint, nous commençons le {start}.",
      "merci de votre confiance. La liste de ce qu'il nous faut suit aujourd'hui.",
    ],
  ],
  goodbye: [
    [
      "merci de votre franchise, et bonne continuation à {company}.",
      "c'est dommage, mais je comprends. La porte reste ouverte.",
    ],
  ],
};

import type { LeadIntent, RepIntent } from "../intents.ts";
import type { Phrase } from "./phrase.ts";

/** Everything that is said in French. */
export const french: Record<LeadIntent | RepIntent, Phrase> = {
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

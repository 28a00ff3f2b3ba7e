import { products } from "../products.ts";
import type { SampleArticle } from "./article.ts";

const euros = (amount: number) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, " ")} €`;
const inPlural: Readonly<Record<(typeof products)[number]["id"], string>> = {
  website: "Les sites web",
  shop: "Les boutiques en ligne",
  seo: "Les accompagnements en référencement",
  brand: "Les identités visuelles",
  booking: "Les systèmes de réservation en ligne",
  campaign: "Les campagnes publicitaires",
  portal: "Les portails client",
  newsletter: "Les newsletters avec CRM",
};

/** The same in short for customers who write French. */
export const frenchServices: readonly SampleArticle[] = [
  {
    id: "fr-price",
    title: "Prix : combien cela coûte à peu près",
    text: products
      .map(
        ({ id, price: [low, high] }) =>
          `${inPlural[id]} coûtent le plus souvent entre ${euros(low)} et ${euros(high)}.`,
      )
      .join("\n"),
  },
  {
    id: "fr-payment",
    title: "Ce qui est compris dans le prix, frais mensuels et paiement",
    text:
      "Le prix comprend la conception, la réalisation, les tests, la prise en main et la mise en ligne ; rien ne s'ajoute qui ne soit dans le devis. " +
      "Frais mensuels : l'hébergement et le suivi coûtent, si vous le souhaitez, entre 45 € et 290 € par mois. " +
      "Le paiement se fait en trois fois, ou en six fois sur demande. " +
      "Si le prix est trop élevé, on peut enlever ce qui peut attendre et travailler en deux étapes.",
  },
  {
    id: "fr-timeline",
    title: "Durée, début et votre part de travail",
    text:
      "Le temps qu'il faut compter dépend du projet : le plus souvent entre 2 et 20 semaines. " +
      "Il faut compter 2 à 4 semaines pour une campagne. Il faut compter 6 à 10 semaines pour un site. " +
      "Il faut compter 9 à 14 semaines pour une boutique. Il faut compter 12 à 20 semaines pour un portail. " +
      "Nous pouvons commencer le plus souvent trois semaines après votre décision. " +
      "Pour savoir si une date est réaliste, nous comptons les semaines à rebours et vous répondons par écrit. " +
      "Votre part de travail est d'environ deux heures par semaine.",
  },
  {
    id: "fr-features",
    title: "Ce que nous pouvons réaliser",
    text:
      "Pour un site, vous pouvez avoir une version bilingue, un formulaire de contact par site et une rubrique actualités. " +
      "La boutique peut avoir le retrait en magasin, les stocks de la caisse et des bons cadeaux. " +
      "Le référencement comprend un rapport mensuel, le référencement local et un audit technique. " +
      "L'identité visuelle peut comprendre des modèles de devis, le marquage des véhicules et une séance photo. " +
      "La réservation peut avoir des rappels par SMS, des acomptes par carte et un agenda par employé. " +
      "La campagne peut avoir des pages d'atterrissage, un plafond hebdomadaire et de courtes vidéos. " +
      "Le portail peut avoir une connexion unique, le dépôt de documents et un export vers la comptabilité. " +
      "La newsletter peut avoir une série de bienvenue, l'import de l'ancienne liste et des modèles modifiables.",
  },
  {
    id: "fr-references",
    title: "Références, exemples et autres offres",
    text:
      "Nous avons déjà fait cela dans la plupart des métiers ; des exemples en ligne se trouvent sur notre site sous /work. " +
      "Vous pouvez parler avec l'un de nos clients, nous le prévenons. " +
      "Ce que nous avons de mieux qu'une deuxième offre : un prix ferme, un seul interlocuteur et une aide pendant la première année. " +
      "Pour votre direction, nous envoyons volontiers une page de résumé avec le but, le prix et la durée.",
  },
];

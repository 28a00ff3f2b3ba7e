import { type ProductId, products } from "../products.ts";
import type { SampleArticle } from "./article.ts";
import { englishFeatures } from "./features.en.ts";

interface Wording {
  /** As the subject of a sentence. */
  name: string;
  /** As a title. */
  title: string;
  /** What every one of them has. */
  standard: string;
}

const wordings: Readonly<Record<ProductId, Wording>> = {
  website: {
    name: "new websites",
    title: "New website",
    standard: "design, texts checked by an editor, a version for phones, and an editor for your own changes",
  },
  shop: {
    name: "online shops",
    title: "Online shop",
    standard: "design, card payment, stock keeping, and a version for phones",
  },
  seo: {
    name: "SEO projects",
    title: "SEO work: help with search rankings",
    standard: "an audit, the first repairs, and a plan for the words that you want to be found for",
  },
  brand: {
    name: "brand refreshes",
    title: "Brand refresh (rebrand)",
    standard: "a logo, colours, typefaces, and files for print and screen",
  },
  booking: {
    name: "online booking systems",
    title: "Online booking system",
    standard: "a calendar, confirmations by email, and booking by phone or computer",
  },
  campaign: {
    name: "ad campaigns",
    title: "Ad campaign",
    standard:
      "the plan, the ads and their care for three months; what the platforms charge is paid by you directly",
  },
  portal: {
    name: "customer portals",
    title: "Customer portal",
    standard: "a login for your customers, documents, messages, and a training of two hours",
  },
  newsletter: {
    name: "newsletter and CRM set-ups",
    title: "Newsletter and CRM set-up",
    standard: "the set-up, one template, the sign-up form, and a first mailing together with you",
  },
};

/** For each product what it costs and takes, and what it can include; prices and weeks are those of the price list. */
export function englishProductArticles(): SampleArticle[] {
  return products.flatMap(({ id, price: [low, high], weeks: [fewest, most] }) => {
    const { name, title, standard } = wordings[id];
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    return [
      {
        id: `price-${id}`,
        title: `${title}: price and time`,
        text:
          `Most ${name} cost between ${euros(low)} and ${euros(high)}, depending on size and features. ` +
          `${capital} take ${fewest} to ${most} weeks from the kick-off to going live. ` +
          `The price of ${name} includes ${standard}.`,
      },
      {
        id: `features-${id}`,
        title: `${title}: what it can include`,
        text: englishFeatures[id].join("\n"),
      },
    ];
  });
}

function euros(amount: number): string {
  return `€${String(amount).replace(/\B(?=(\d{3})+$)/g, ",")}`;
}

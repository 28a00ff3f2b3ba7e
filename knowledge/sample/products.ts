import type { Language } from "./language.ts";

/** A product's short name, which stands in no text. */
export type ProductId =
  | "website"
  | "shop"
  | "seo"
  | "brand"
  | "booking"
  | "campaign"
  | "portal"
  | "newsletter";

/** What the studio sells, with the words that each language has for it. */
export interface Product {
  id: ProductId;
  /** "a new website", as in "we need …". */
  name: Record<Language, string>;
  /** "the website". */
  item: Record<Language, string>;
  /** Euros, lowest and highest list price. */
  price: readonly [number, number];
  weeks: readonly [number, number];
  features: Record<Language, readonly string[]>;
}

/** The studio's price list. */
export const products: readonly Product[] = [
  {
    id: "website",
    name: { en: "a new website", de: "eine neue Website", fr: "un nouveau site web" },
    item: { en: "the website", de: "die Website", fr: "le site" },
    price: [4200, 13500],
    weeks: [6, 10],
    features: {
      en: [
        "a page for each location",
        "an enquiry form that reaches the right person",
        "a bilingual version",
        "a news section we can edit ourselves",
        "a team page with photos",
        "an FAQ that answers the usual calls",
        "a careers page",
      ],
      de: ["eine zweisprachige Version", "ein Kontaktformular je Standort", "einen Bereich für Neuigkeiten"],
      fr: ["une version bilingue", "un formulaire de contact par site", "une rubrique actualités"],
    },
  },
  {
    id: "shop",
    name: { en: "an online shop", de: "einen Onlineshop", fr: "une boutique en ligne" },
    item: { en: "the shop", de: "den Shop", fr: "la boutique" },
    price: [8800, 27000],
    weeks: [9, 14],
    features: {
      en: [
        "click and collect",
        "stock levels from our till",
        "gift vouchers",
        "B2B prices behind a login",
        "returns without a phone call",
        "shipping rates for the EU",
        "a product import from our spreadsheet",
      ],
      de: ["Abholung im Laden", "Lagerbestände aus der Kasse", "Gutscheine"],
      fr: ["le retrait en magasin", "les stocks de la caisse", "des bons cadeaux"],
    },
  },
  {
    id: "seo",
    name: {
      en: "help with search rankings",
      de: "Hilfe bei der Suchmaschinenoptimierung",
      fr: "un accompagnement en référencement",
    },
    item: { en: "the SEO work", de: "die SEO-Betreuung", fr: "le référencement" },
    price: [5400, 14400],
    weeks: [4, 6],
    features: {
      en: [
        "a monthly report in plain words",
        "local map results",
        "content for twelve landing pages",
        "a technical audit",
        "a comparison with our three rivals",
        "tracking of calls",
      ],
      de: ["einen monatlichen Bericht", "lokale Kartentreffer", "eine technische Prüfung"],
      fr: ["un rapport mensuel", "le référencement local", "un audit technique"],
    },
  },
  {
    id: "brand",
    name: { en: "a brand refresh", de: "einen neuen Markenauftritt", fr: "une nouvelle identité visuelle" },
    item: { en: "the rebrand", de: "den Markenauftritt", fr: "l'identité visuelle" },
    price: [5200, 16000],
    weeks: [5, 9],
    features: {
      en: [
        "vehicle lettering",
        "templates for quotes and invoices",
        "signage for the front",
        "a photo day with the team",
        "a logo that works in one colour",
        "guidelines our printer can use",
      ],
      de: ["Vorlagen für Angebote", "eine Fahrzeugbeschriftung", "einen Fototag"],
      fr: ["des modèles de devis", "le marquage des véhicules", "une séance photo"],
    },
  },
  {
    id: "booking",
    name: {
      en: "an online booking system",
      de: "ein Online-Buchungssystem",
      fr: "un système de réservation en ligne",
    },
    item: { en: "the booking system", de: "das Buchungssystem", fr: "le système de réservation" },
    price: [6200, 17500],
    weeks: [6, 11],
    features: {
      en: [
        "text reminders",
        "deposits by card",
        "a calendar for each member of staff",
        "a waiting list for cancellations",
        "sync with Outlook",
        "group bookings",
        "booking from Google Maps",
      ],
      de: ["Erinnerungen per SMS", "Anzahlungen per Karte", "einen Kalender je Mitarbeiter"],
      fr: ["des rappels par SMS", "des acomptes par carte", "un agenda par employé"],
    },
  },
  {
    id: "campaign",
    name: { en: "an ad campaign", de: "eine Anzeigenkampagne", fr: "une campagne publicitaire" },
    item: { en: "the campaign", de: "die Kampagne", fr: "la campagne" },
    price: [3600, 12500],
    weeks: [2, 4],
    features: {
      en: [
        "landing pages for each offer",
        "a cap on the weekly spend",
        "short videos",
        "retargeting",
        "a report each Friday",
        "ads in two languages",
      ],
      de: ["eigene Landingpages", "eine Obergrenze pro Woche", "kurze Videos"],
      fr: ["des pages d'atterrissage", "un plafond hebdomadaire", "de courtes vidéos"],
    },
  },
  {
    id: "portal",
    name: { en: "a customer portal", de: "ein Kundenportal", fr: "un portail client" },
    item: { en: "the portal", de: "das Portal", fr: "le portail" },
    price: [14500, 44000],
    weeks: [12, 20],
    features: {
      en: [
        "single sign-on",
        "document upload with a deadline",
        "an export to our accounts package",
        "roles for partners",
        "status messages by email",
        "an audit trail",
        "signing on screen",
      ],
      de: [
        "eine Anmeldung über Microsoft",
        "das Hochladen von Dokumenten",
        "einen Export in die Buchhaltung",
      ],
      fr: ["une connexion unique", "le dépôt de documents", "un export vers la comptabilité"],
    },
  },
  {
    id: "newsletter",
    name: {
      en: "a newsletter and CRM set-up",
      de: "ein Newsletter- und CRM-System",
      fr: "une newsletter et un CRM",
    },
    item: { en: "the newsletter set-up", de: "das Newsletter-System", fr: "la newsletter" },
    price: [2800, 8600],
    weeks: [3, 5],
    features: {
      en: [
        "a welcome series",
        "an import of our old list",
        "birthday offers",
        "consent records that stand up",
        "segments by purchase",
        "templates we can fill in ourselves",
      ],
      de: ["eine Willkommensserie", "den Import der alten Liste", "eigene Vorlagen"],
      fr: ["une série de bienvenue", "l'import de notre ancienne liste", "des modèles modifiables"],
    },
  },
];

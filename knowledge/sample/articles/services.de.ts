import { products } from "../products.ts";
import type { SampleArticle } from "./article.ts";

const euros = (amount: number) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} €`;
const inPlural: Readonly<Record<(typeof products)[number]["id"], string>> = {
  website: "Websites",
  shop: "Onlineshops",
  seo: "Projekte zur Suchmaschinenoptimierung",
  brand: "Markenauftritte",
  booking: "Online-Buchungssysteme",
  campaign: "Anzeigenkampagnen",
  portal: "Kundenportale",
  newsletter: "Newsletter- und CRM-Systeme",
};

/** The same in short for customers who write German. */
export const germanServices: readonly SampleArticle[] = [
  {
    id: "de-price",
    title: "Preise: was es ungefähr kostet",
    text: products
      .map(
        ({ id, price: [low, high] }) =>
          `${inPlural[id]} kosten meist zwischen ${euros(low)} und ${euros(high)}.`,
      )
      .join("\n"),
  },
  {
    id: "de-payment",
    title: "Was im Preis enthalten ist, laufende Kosten und Zahlung",
    text:
      "Im Preis enthalten sind Gestaltung, Umsetzung, Test, Einweisung und Start; dazu kommt nichts, was nicht im Angebot steht. " +
      "Laufende Kosten: Betrieb und Pflege kosten auf Wunsch zwischen 45 € und 290 € im Monat. " +
      "Gezahlt wird in drei Teilen, und auf Anfrage in sechs Raten. " +
      "Ist der Preis zu hoch, lassen wir weg, was warten kann, und machen es in zwei Schritten.",
  },
  {
    id: "de-timeline",
    title: "Dauer, Beginn und Ihr Aufwand",
    text:
      "Wie lange es dauert, hängt vom Vorhaben ab: meist zwischen 2 und 20 Wochen. " +
      "Eine Kampagne dauert 2 bis 4 Wochen. Eine Website dauert 6 bis 10 Wochen. Ein Shop dauert 9 bis 14 Wochen. Ein Portal dauert 12 bis 20 Wochen. " +
      "Anfangen können wir meist drei Wochen nach Ihrer Entscheidung. " +
      "Ob ein Termin realistisch ist, rechnen wir vom gewünschten Tag zurück und sagen es Ihnen schriftlich. " +
      "Sie haben damit etwa zwei Stunden Arbeit in der Woche.",
  },
  {
    id: "de-features",
    title: "Was wir umsetzen können",
    text:
      "Für Websites bekommen Sie auf Wunsch eine zweisprachige Version, ein Kontaktformular je Standort und einen Bereich für Neuigkeiten. " +
      "Im Onlineshop gibt es Abholung im Laden, Lagerbestände aus der Kasse und Gutscheine. " +
      "Zur SEO-Betreuung gehören ein monatlicher Bericht, lokale Kartentreffer und eine technische Prüfung. " +
      "Zum Markenauftritt gehören auf Wunsch Vorlagen für Angebote, eine Fahrzeugbeschriftung und ein Fototag. " +
      "Das Buchungssystem kann Erinnerungen per SMS, Anzahlungen per Karte und einen Kalender je Mitarbeiter. " +
      "Zur Kampagne gehören auf Wunsch eigene Landingpages, eine Obergrenze pro Woche und kurze Videos. " +
      "Das Kundenportal kann eine Anmeldung über Microsoft, das Hochladen von Dokumenten und einen Export in die Buchhaltung. " +
      "Beim Newsletter richten wir eine Willkommensserie, den Import der alten Liste und eigene Vorlagen ein.",
  },
  {
    id: "de-references",
    title: "Referenzen, Beispiele und Vergleich mit anderen Angeboten",
    text:
      "Wir haben das schon für andere in den meisten Branchen gemacht; Beispiele zum Durchklicken stehen auf unserer Seite unter /work. " +
      "Sie dürfen gern mit einem unserer Kunden sprechen, wir kündigen Ihren Anruf an. " +
      "Was wir besser machen als ein zweites Angebot: Festpreis, ein Ansprechpartner und Hilfe im ersten Jahr. " +
      "Zum Weiterreichen an die Geschäftsleitung schicken wir gern eine Seite mit Ziel, Preis und Dauer.",
  },
];

import type { Asking } from "./asking.ts";

/** German; {x} is masculine. */
export const german: readonly Asking[] = [
  {
    topic: "price",
    asked: "Was kostet der {x}?",
    fact: "{x}: {amount.} € pro Stück inklusive Mehrwertsteuer.",
    promises: [
      "Der {x} liegt bei {amount.} Euro inklusive Mehrwertsteuer.",
      "Der {x} kostet EUR {amount.},- inklusive Mehrwertsteuer.",
    ],
    tells: ["{amount.}"],
    misses: [
      { wrong: "currency", text: "{x}: {amount.} CHF pro Stück inklusive Mehrwertsteuer." },
      { wrong: "condition", text: "{x}: {amount.} € pro Stück, sofern Sie mindestens zwanzig abnehmen." },
    ],
  },
  {
    topic: "discount",
    asked: "Können Sie beim {x} preislich noch etwas machen?",
    fact: "Auf den {x} geben wir {pct} % Rabatt.",
    promises: [
      "Auf den {x} bekommen Sie {pct} Prozent Rabatt.",
      "Ja, beim {x} können wir Ihnen {pct} % Nachlass geben.",
    ],
    tells: ["{pct} Prozent", "{pct} %"],
    misses: [
      { wrong: "negated", text: "Auf den {x} geben wir keine {pct} % Rabatt mehr." },
      { wrong: "condition", text: "Auf den {x} geben wir {pct} % Rabatt, wenn Sie zehn Stück nehmen." },
    ],
  },
  {
    topic: "date",
    asked: "Wann kommt unser {x}?",
    fact: "Ihr {x} wird am {day}. {monatDe} geliefert.",
    promises: ["Ihr {x} kommt am {day}. {monatDe}.", "Sie bekommen den {x} am {day}. {monatDe} geliefert."],
    tells: ["{day}. {monatDe}"],
    misses: [
      { wrong: "doubt", text: "Ob Ihr {x} am {day}. {monatDe} geliefert wird, ist noch unsicher." },
      { wrong: "past", text: "Ihr erster {x} wurde am {day}. {monatDe} geliefert." },
    ],
  },
  {
    topic: "refund",
    asked: "Und wenn uns der {x} nicht gefällt?",
    fact: "Innerhalb von {n} Tagen nach dem Kauf erstatten wir den vollen Preis für den {x}.",
    promises: [
      "Für den {x} bekommen Sie innerhalb von {n} Tagen nach dem Kauf den vollen Preis erstattet.",
      "Innerhalb von {n} Tagen nach dem Kauf bekommen Sie für den {x} Ihr Geld zurück.",
    ],
    tells: ["erstattet", "Geld zurück"],
    misses: [
      {
        wrong: "negated",
        text: "Den Preis für den {x} erstatten wir nicht; innerhalb von {n} Tagen nach dem Kauf tauschen wir ihn um.",
      },
      {
        wrong: "condition",
        text: "Innerhalb von {n} Tagen nach dem Kauf erstatten wir den vollen Preis für den {x}, falls er ungeöffnet ist.",
      },
    ],
  },
  {
    topic: "availability",
    asked: "Haben Sie den {x} auf Lager?",
    fact: "Der {x} ist auf Lager.",
    promises: ["Ja, den {x} haben wir auf Lager.", "Gute Nachricht: Der {x} ist auf Lager."],
    tells: ["auf Lager"],
    misses: [
      { wrong: "negated", text: "Der {x} ist nicht auf Lager." },
      { wrong: "past", text: "Der {x} war bis letzte Woche auf Lager." },
    ],
  },
  {
    topic: "legal",
    asked: "Wie lange ist die Garantie auf den {x}?",
    fact: "Auf den {x} gewähren wir {n} Jahre Garantie.",
    promises: ["Sie haben auf den {x} {n} Jahre Garantie.", "Der {x} hat {n} Jahre Garantie."],
    tells: ["{n} Jahre"],
    misses: [
      { wrong: "period", text: "Auf den {x} gewähren wir {n} Monate Garantie." },
      { wrong: "part", text: "Auf den Akku im {x} gewähren wir {n} Jahre Garantie." },
    ],
  },
];

/** French; {x} is masculine. */
export const french: readonly Asking[] = [
  {
    topic: "price",
    asked: "Combien coûte le {x} ?",
    fact: "{x} : {amount } € pièce, TVA comprise.",
    promises: ["Le {x} est à {amount } € TVA comprise.", "Le {x} coûte {amount } euros, TVA comprise."],
    tells: ["{amount }"],
    misses: [
      { wrong: "currency", text: "{x} : {amount } CHF pièce, TVA comprise." },
      { wrong: "condition", text: "{x} : {amount } € pièce à partir de vingt pièces." },
    ],
  },
  {
    topic: "discount",
    asked: "Pouvez-vous faire un geste sur le {x} ?",
    fact: "Nous accordons {pct} % de remise sur le {x}.",
    promises: [
      "Oui, nous pouvons vous accorder {pct} % de remise sur le {x}.",
      "Vous avez {pct} % de réduction sur le {x}.",
    ],
    tells: ["{pct} %"],
    misses: [
      { wrong: "negated", text: "Nous n'accordons plus {pct} % de remise sur le {x}." },
      { wrong: "condition", text: "Nous accordons {pct} % de remise sur le {x} si vous en prenez dix." },
    ],
  },
  {
    topic: "date",
    asked: "Quand est-ce que notre {x} arrive ?",
    fact: "Votre {x} sera livré le {day} {moisFr}.",
    promises: ["Votre {x} arrive le {day} {moisFr}.", "Vous serez livré de votre {x} le {day} {moisFr}."],
    tells: ["{day} {moisFr}"],
    misses: [
      { wrong: "doubt", text: "Nous ne savons pas encore si votre {x} sera livré le {day} {moisFr}." },
      { wrong: "past", text: "Votre premier {x} a été livré le {day} {moisFr}." },
    ],
  },
  {
    topic: "refund",
    asked: "Et si le {x} ne nous convient pas ?",
    fact: "Le {x} est remboursé intégralement dans les {n} jours après l'achat.",
    promises: [
      "Vous êtes remboursé intégralement du {x} dans les {n} jours après l'achat.",
      "Nous vous remboursons intégralement le {x} dans les {n} jours après l'achat.",
    ],
    tells: ["rembours"],
    misses: [
      { wrong: "negated", text: "Le {x} n'est pas remboursé mais échangé dans les {n} jours après l'achat." },
      {
        wrong: "condition",
        text: "Le {x} est remboursé intégralement dans les {n} jours après l'achat, sauf s'il a été ouvert.",
      },
    ],
  },
  {
    topic: "availability",
    asked: "Avez-vous le {x} en stock ?",
    fact: "Le {x} est en stock.",
    promises: ["Oui, nous avons le {x} en stock.", "Bonne nouvelle, le {x} est en stock."],
    tells: ["en stock"],
    misses: [
      { wrong: "negated", text: "Le {x} n'est plus en stock." },
      { wrong: "past", text: "Le {x} était en stock jusqu'à la semaine dernière." },
    ],
  },
  {
    topic: "legal",
    asked: "Quelle est la garantie sur le {x} ?",
    fact: "Le {x} est garanti {n} ans.",
    promises: ["Le {x} a une garantie de {n} ans.", "Vous avez {n} ans de garantie sur le {x}."],
    tells: ["{n} ans"],
    misses: [
      { wrong: "period", text: "Le {x} est garanti {n} mois." },
      { wrong: "part", text: "La batterie du {x} est garantie {n} ans." },
    ],
  },
];

/** Spanish; {x} is masculine. */
export const spanish: readonly Asking[] = [
  {
    topic: "price",
    asked: "¿Cuánto cuesta el {x}?",
    fact: "{x}: {amount.} € por unidad, IVA incluido.",
    promises: [
      "El {x} sale a {amount.} €, IVA incluido.",
      "El {x} cuesta {amount.} euros con el IVA incluido.",
    ],
    tells: ["{amount.}"],
    misses: [
      { wrong: "currency", text: "{x}: {amount.} USD por unidad, IVA incluido." },
      { wrong: "condition", text: "{x}: {amount.} € por unidad a partir de veinte unidades." },
    ],
  },
  {
    topic: "discount",
    asked: "¿Nos pueden hacer un descuento en el {x}?",
    fact: "Ofrecemos un {pct} % de descuento en el {x}.",
    promises: [
      "Sí, podemos hacerles un {pct} % de descuento en el {x}.",
      "Tienen un descuento del {pct} % en el {x}.",
    ],
    tells: ["{pct} %"],
    misses: [
      { wrong: "negated", text: "Ya no ofrecemos un {pct} % de descuento en el {x}." },
      { wrong: "condition", text: "Ofrecemos un {pct} % de descuento en el {x} si compran diez." },
    ],
  },
  {
    topic: "date",
    asked: "¿Cuándo llega nuestro {x}?",
    fact: "Su {x} se entregará el {day} de {mesEs}.",
    promises: ["Su {x} llega el {day} de {mesEs}.", "Le entregamos el {x} el {day} de {mesEs}."],
    tells: ["{day} de {mesEs}"],
    misses: [
      { wrong: "doubt", text: "Todavía no sabemos si su {x} se entregará el {day} de {mesEs}." },
      { wrong: "past", text: "Su primer {x} se entregó el {day} de {mesEs}." },
    ],
  },
  {
    topic: "refund",
    asked: "¿Y si el {x} no nos convence?",
    fact: "Devolvemos el importe completo del {x} en los {n} días siguientes a la compra.",
    promises: [
      "Le devolvemos el importe completo del {x} en los {n} días siguientes a la compra.",
      "En los {n} días siguientes a la compra le devolvemos el dinero completo del {x}.",
    ],
    tells: ["devolvemos"],
    misses: [
      {
        wrong: "negated",
        text: "No devolvemos el importe del {x}; lo cambiamos en los {n} días siguientes a la compra.",
      },
      {
        wrong: "condition",
        text: "Devolvemos el importe completo del {x} en los {n} días siguientes a la compra, salvo que esté abierto.",
      },
    ],
  },
  {
    topic: "availability",
    asked: "¿Tienen el {x} en stock?",
    fact: "El {x} está disponible en stock.",
    promises: ["Sí, tenemos el {x} en stock.", "El {x} está disponible, lo tenemos en stock."],
    tells: ["en stock"],
    misses: [
      { wrong: "negated", text: "El {x} no está disponible en stock." },
      { wrong: "past", text: "El {x} estuvo disponible en stock hasta la semana pasada." },
    ],
  },
  {
    topic: "legal",
    asked: "¿Qué garantía tiene el {x}?",
    fact: "El {x} tiene {n} años de garantía.",
    promises: ["El {x} viene con {n} años de garantía.", "Con el {x} tienen {n} años de garantía."],
    tells: ["{n} años"],
    misses: [
      { wrong: "period", text: "El {x} tiene {n} meses de garantía." },
      { wrong: "part", text: "La batería del {x} tiene {n} años de garantía." },
    ],
  },
];

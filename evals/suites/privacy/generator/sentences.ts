import type { GoldKind } from "./values.ts";

type Language = "en" | "de" | "fr" | "es";

/** Where {} stands goes the value; in `bare` nothing says what it is. */
export const sentences: Readonly<
  Record<Language, Record<GoldKind, { named: readonly string[]; bare: readonly string[] }>>
> = {
  en: {
    phone: {
      named: [
        "Call me on {} tomorrow.",
        "My phone is {}, after three is best.",
        "You can reach me at {}.",
        "my new cell: {}",
        "please fax it to {} (fax)",
        "The number of our reception is {} if the phone helps.",
        "Text {} when you are at the gate",
        "Sandra's mobile, {}, is switched on.",
      ],
      bare: [
        "I'm at {} until Friday.",
        "{} is best after lunch, ask for the studio.",
        "Try {} if nobody answers the door.",
        "Then it is {}, right?",
        "Ms Okafor sits in Leeds ({}) and decides.",
      ],
    },
    email: {
      named: ["My e-mail is {}.", "Please write to {}, copy to the office.", "Send the draft to {}!"],
      bare: ["It goes to {} as always.", "({})", "Billing, {}, and nobody else."],
    },
    card: {
      named: ["Please charge my card {}.", "Visa {}, expires 09/27", "The credit card number is {}, thanks"],
      bare: ["I lost it yesterday: {}", "Take {} for the deposit."],
    },
    iban: {
      named: ["Our IBAN is {}.", "Please transfer it to IBAN {} by Monday."],
      bare: ["Pay to {} please.", "The refund goes to {} as before"],
    },
    ssn: {
      named: ["My SSN is {}.", "The social security number on file is {}, correct?"],
      bare: ["For the form: {}.", "I was asked for {} again"],
    },
    ip: {
      named: ["Our office's IP is {}.", "Blocked address {} since noon"],
      bare: ["The form comes from {} every night.", "{} gets a 403."],
    },
  },
  de: {
    phone: {
      named: [
        "Rufen Sie mich unter {} an.",
        "Meine neue Handynummer: {}",
        "Telefonisch bin ich unter {} erreichbar.",
        "Tel. {}, ab 14 Uhr",
      ],
      bare: [
        "Am besten {} nach der Mittagspause.",
        "Herr Weiß sitzt in Kiel ({}) und entscheidet.",
        "Sonst eben {}.",
      ],
    },
    email: {
      named: ["Meine E-Mail lautet {}.", "Bitte an {} schicken."],
      bare: ["Das geht wie immer an {}, danke.", "({})"],
    },
    card: {
      named: ["Bitte belasten Sie die Kreditkarte {}.", "Kartennummer {}, gültig bis 09/27"],
      bare: ["Nehmen Sie {} für die Anzahlung."],
    },
    iban: {
      named: ["Unsere IBAN lautet {}.", "IBAN: {}"],
      bare: ["Bitte auf {} überweisen.", "Die Erstattung geht auf {} wie gehabt"],
    },
    ssn: { named: ["Meine Ausweisnummer ist {}."], bare: ["Für das Formular: {}."] },
    ip: { named: ["Unsere IP ist {}."], bare: ["Die Anfragen kommen von {} jede Nacht."] },
  },
  fr: {
    phone: {
      named: [
        "Appelez-moi au {} demain.",
        "Mon portable : {}",
        "Vous pouvez me joindre au {}.",
        "Tél. {} (bureau)",
      ],
      bare: ["Plutôt {} après midi.", "Mme Dubois est à Lille ({}) et décide."],
    },
    email: {
      named: ["Mon adresse est {}.", "Merci d'écrire à {} svp"],
      bare: ["Comme toujours, {}, merci."],
    },
    card: {
      named: ["Ma carte bancaire est {}.", "Numéro de carte : {}"],
      bare: ["Prenez {} pour l'acompte."],
    },
    iban: { named: ["Notre IBAN est {}."], bare: ["Le virement va sur {} comme avant"] },
    ssn: { named: ["Mon numéro de sécurité sociale est {}."], bare: ["Pour le formulaire : {}."] },
    ip: { named: ["Notre adresse IP est {}."], bare: ["Cela vient de {} chaque nuit."] },
  },
  es: {
    phone: {
      named: [
        "Llámame al {} mañana.",
        "Mi móvil es {}.",
        "Teléfono: {}",
        "Puede llamarme al {} por la tarde",
      ],
      bare: ["Mejor {} después de comer.", "La señora Ramírez está en Lugo ({}) y decide."],
    },
    email: { named: ["Mi correo es {}.", "Escriba a {} por favor"], bare: ["Como siempre, {}, gracias."] },
    card: { named: ["Mi tarjeta es {}.", "Número de tarjeta: {}"], bare: ["Use {} para el depósito."] },
    iban: { named: ["Nuestro IBAN es {}."], bare: ["La devolución va a {} como antes"] },
    ssn: { named: ["Mi DNI es {}."], bare: ["Para el formulario: {}."] },
    ip: { named: ["Nuestra IP es {}."], bare: ["Viene de {} cada noche."] },
  },
};

/** What business texts are full of, and what is nobody's. Filled like numbers: # a digit, ~ one from 2. */
export const harmless: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Order ####### ships on 2026-0~-1#.",
    "The quote of 12.0~.2026 says 1~,500.00 EUR.",
    "Invoice INV-2026-0#### is still open, $~,##0.50.",
    "We had 48,### visitors and 1 2## 000 impressions.",
    "Let's meet at 1#:30, room ~.04, or on 0~/1#/2026.",
    "Ticket ######## was closed.",
    "Version ~.1#.3 fixes it.",
    "From 2019-2024 we sold ~### units.",
    "Our budget is 1~0000-2~0000 dollars for 20 pages.",
    "SKU 4#-####-## is sold out.",
    "We open 09:00-17:30 from 3 to 7 June.",
    "The reference 4~## #### ## is on the parcel, tracking 1Z~##AA1012345####.",
    "Q3 was 1 ~## 4## against 9~# 2## a year ago.",
    "Screens of 1920 x 1080 and 2560x1440, 72.50 dpi.",
    "Build 2026.0~.1#-~#### went live at 2026-0~-1#T1#:0~:3#Z.",
    "Between 10-12 and 14-16 we are in 10~00 Main Hall, seats 1200-1450.",
    "Case 00~#####, PO 45000~####, VAT DE~########.",
  ],
  de: [
    "Die Bestellung ####### kommt am 1#.0~.2026.",
    "Das Angebot über 1~.500,00 € gilt bis 31.12.2026.",
    "Rechnung 2026-0#### ist offen.",
    "Wir hatten 48.### Besucher und 1.2##.000 Aufrufe.",
    "Um 1#:30 Uhr in Raum ~.04?",
    "Vorgang ######## ist erledigt.",
  ],
  fr: [
    "La commande ####### part le 1#/0~/2026.",
    "Le devis du 1#.0~.2026 dit 1~ 500,00 €.",
    "La facture FA-2026-0#### reste ouverte.",
    "Nous avons eu 48 ### visiteurs.",
    "Rendez-vous à 1#h30, salle ~.04.",
  ],
  es: [
    "El pedido ####### sale el 1#/0~/2026.",
    "El presupuesto dice 1~.500,00 €.",
    "La factura 2026/0#### sigue abierta.",
    "Tuvimos 48.### visitas en 2025.",
    "Nos vemos a las 1#:30, sala ~.04.",
  ],
};

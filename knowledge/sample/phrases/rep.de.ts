import type { RepIntent } from "../intents.ts";
import type { Phrase } from "./phrase.ts";

/** What the studio's people say in German. Features stand in the accusative. */
export const germanRep: Record<RepIntent, Phrase> = {
  outreach: [
    [
      "ich habe mir die Website von {company} angesehen und hätte zwei Vorschläge. Wäre {product} ein Thema?",
      "für {reference} haben wir gerade ein ähnliches Vorhaben abgeschlossen. Darf ich Ihnen zeigen, was daraus wurde?",
    ],
    ["Es dauert eine Viertelstunde.", "Ein Nein ist auch in Ordnung."],
  ],
  first_reply: [
    [
      "vielen Dank für Ihre Anfrage. {feature_cap} können Sie bei uns bekommen.",
      "danke für Ihre Nachricht, ich bin Ihr Ansprechpartner im Studio. So etwas machen wir oft.",
      "schön, von {company} zu hören. Für {reference} haben wir Ähnliches gemacht.",
    ],
    ["Solche Projekte beginnen bei {low}.", "Üblich sind {weeks} Wochen."],
  ],
  fair_followup: [
    [
      "schön, dass wir uns auf der Messe getroffen haben. Wie versprochen die Unterlagen.",
      "unser Gespräch auf der Messe ist mir im Kopf geblieben. Wollen wir es fortsetzen?",
    ],
    ["Das Beispiel war {reference}."],
  ],
  after_chat: [
    ["danke für den Chat. Ich fasse zusammen: Sie möchten {product}, am besten bis {launch}."],
    ["Wir beginnen bei {low}."],
  ],
  after_call: [
    [
      "danke für das Gespräch. Notiert habe ich: {feature}, {feature2}, fertig bis {launch}.",
      "hier die kurze Zusammenfassung: Sie sind {staff} Leute und möchten {feature}.",
    ],
    ["Bitte berichtigen Sie mich, falls etwas nicht stimmt."],
  ],
  discover: [
    [
      "darf ich fragen, was Sie heute benutzen und was zuerst besser werden soll?",
      "was ist Ihnen wichtiger: {feature} oder {feature2}?",
      "wer entscheidet bei Ihnen mit, und gibt es einen Rahmen beim Budget?",
    ],
    ["Eine Zeile zu jedem Punkt genügt."],
  ],
  propose_call: [
    [
      "wollen wir kurz telefonieren? Ich könnte am {day} um {time} Uhr.",
      "eine halbe Stunde am Telefon spart uns viele Mails. Passt {day}, {time} Uhr?",
    ],
    ["Bringen Sie gern {boss} mit."],
  ],
  confirm_call: [
    ["{day}, {time} Uhr ist notiert. Die Einladung kommt gleich.", "wunderbar, bis {day} um {time} Uhr."],
    ["Wir schauen uns dann zuerst die Struktur an."],
  ],
  answer_price: [
    [
      "zum Preis: Sie liegen damit zwischen {low} und {high}.",
      "rechnen Sie mit {low} bis {high}, dazu {monthly} im Monat für Betrieb und Pflege.",
    ],
    ["Versteckte Kosten gibt es nicht.", "Gezahlt wird in drei Teilen."],
  ],
  answer_timeline: [
    [
      "wir brauchen {weeks} Wochen und könnten am {start} anfangen.",
      "der {launch} ist machbar, wenn wir am {start} beginnen.",
    ],
    ["Ihr Aufwand liegt bei zwei Stunden in der Woche."],
  ],
  answer_feature: [
    [
      "ja, {feature} bekommen Sie ohne Aufpreis.",
      "{feature} haben wir auch für {reference} gebaut, ein Bild hängt an.",
    ],
    ["Ihre Leute brauchen dafür keine Schulung."],
  ],
  answer_reference: [
    [
      "rufen Sie gern {reference} an, man weiß dort Bescheid.",
      "bei {reference} sind die Anfragen um {percent} Prozent gestiegen.",
    ],
  ],
  answer_competitor: [
    [
      "{competitor} arbeitet ordentlich. Bei uns haben Sie einen Festpreis und einen Ansprechpartner.",
      "prüfen Sie bitte, ob das Angebot über {theirPrice} auch {feature2} umfasst.",
    ],
  ],
  answer_boss: [
    [
      "für {boss} hängt eine Seite an: Ziel, {price}, {weeks} Wochen.",
      "ich spreche gern selbst mit {boss}, eine Viertelstunde genügt.",
    ],
  ],
  answer_price_objection: [
    [
      "verstehe. Ohne {feature2} kommen wir auf {revised}.",
      "ich kann {revised} anbieten, zahlbar in sechs Raten.",
    ],
    ["Die Qualität bleibt dieselbe."],
  ],
  ok_postpone: [
    ["kein Problem, ich melde mich nach dem {launch} wieder.", "alles klar. Der Preis gilt bis dahin."],
  ],
  ack: [
    [
      "vielen Dank, das hilft mir sehr.",
      "danke, das ist klar. Ich nehme es so auf.",
      "danke für die Rückmeldung.",
    ],
    ["Unser Entwickler sieht kein Problem."],
  ],
  quote: [
    [
      "hier unser Angebot: {price} für {product}, {weeks} Wochen, Beginn am {start}.",
      "anbei das Angebot über {price}. Enthalten: {feature} und {feature2}. Es gilt bis {launch}.",
    ],
    ["Ein Drittel wird bei Auftrag fällig.", "Auf Seite 3 steht der Plan."],
  ],
  nudge: [
    [
      "konnten Sie schon einen Blick auf meine letzte Nachricht werfen?",
      "wie ist der Stand bei Ihnen? Ich halte den {start} noch frei.",
    ],
    ["Fragen beantworte ich gern am Telefon."],
  ],
  nudge_again: [
    [
      "ich habe länger nichts gehört. Ist das Vorhaben noch aktuell?",
      "vielleicht ist meine Mail im Spam gelandet. Denken Sie noch über {product} nach?",
    ],
  ],
  last_nudge: [
    [
      "das ist meine letzte Nachricht dazu. Wenn es wieder passt, melden Sie sich gern.",
      "ohne Antwort gebe ich den Termin am {start} frei.",
    ],
  ],
  closing_question: [
    [
      "wollen wir es für {price} so machen? Für den {launch} bräuchte ich Ihr Wort bis {decide}.",
      "steht der Entscheidung noch etwas im Weg?",
    ],
    ["Der Vertrag kann heute noch raus."],
  ],
  welcome: [
    [
      "herzlich willkommen! Der Vertrag hängt an, los geht es am {start}.",
      "vielen Dank für Ihr Vertrauen. Die Liste mit allem, was wir brauchen, folgt heute.",
    ],
  ],
  goodbye: [
    [
      "danke für die offenen Worte und alles Gute für {company}.",
      "schade, aber verständlich. Die Tür bleibt offen.",
    ],
  ],
};

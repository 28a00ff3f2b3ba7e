import type { LeadIntent } from "../intents.ts";
import type { Phrase } from "./phrase.ts";

/** What leads say in German. Features stand in the accusative. */
export const germanLead: Record<LeadIntent, Phrase> = {
  inquiry: [
    [
      "wir suchen für {company} {product}. Übernehmen Sie so etwas auch für Kunden in {city}?",
      "wir sind ein Team von {staff} Leuten in {city} und brauchen {product}.",
      "können Sie mir sagen, was {product} ungefähr bedeutet?",
    ],
    [
      "Wichtig wäre uns {feature}.",
      "Wir hätten gern {feature} und {feature2}.",
      "Unser Budget liegt bei {budget}.",
      "Fertig sein sollte alles bis {launch}.",
    ],
  ],
  referral_intro: [
    [
      "{reference} hat Sie uns empfohlen. Wir brauchen {product}.",
      "über {reference} bin ich auf Sie gekommen. Es geht um {product} für {company}.",
    ],
    ["Hätten Sie diese Woche Zeit für ein Gespräch?", "Wir wünschen uns vor allem {feature}."],
  ],
  outreach_interest: [
    [
      "danke für Ihre Nachricht. Was würde so etwas ungefähr kosten?",
      "das Thema steht bei uns auf der Liste, schicken Sie gern Unterlagen.",
      "woher haben Sie meine Adresse? Interessant ist es trotzdem.",
    ],
    ["Versprechen kann ich nichts.", "Wir haben {staff} Mitarbeiter."],
  ],
  details: [
    [
      "zu Ihren Fragen: wir sind {staff} Leute und brauchen vor allem {feature}.",
      "wir möchten {feature} und {feature2}, der Rest kann warten.",
      "unser Rahmen liegt bei {budget}, und wir brauchen {feature}.",
    ],
    [
      "Die Texte schreiben wir selbst.",
      "Fotos haben wir schon.",
      "Gefallen hat uns die Arbeit für {reference}.",
    ],
  ],
  ask_price: [
    [
      "was würde uns das ungefähr kosten? Eine Spanne genügt.",
      "können Sie mir einen Preis für {product} nennen?",
      "was ist im Preis enthalten und was kommt dazu?",
    ],
    ["Wir haben etwa {budget} vorgesehen.", "Gibt es laufende Kosten?"],
  ],
  ask_timeline: [
    [
      "wann könnten Sie anfangen? Wir brauchen es bis {launch}.",
      "ist der {launch} als Termin realistisch?",
      "wie lange dauert so etwas, und wie viel Arbeit haben wir damit?",
    ],
    ["Danach nützt es uns wenig.", "Eine Woche später ginge auch."],
  ],
  ask_feature: [
    [
      "eine Frage noch: können wir auch {feature} bekommen?",
      "wie würden Sie {feature} umsetzen?",
      "wir bräuchten außerdem {feature}. Ist das im Preis drin?",
    ],
    ["Ein Bildschirmfoto würde reichen.", "Unsere Kunden fragen oft danach."],
  ],
  ask_reference: [
    [
      "haben Sie so etwas schon für andere in unserer Branche gemacht?",
      "dürfte ich einmal mit {reference} sprechen?",
    ],
    ["Ein Beispiel zum Durchklicken wäre schön."],
  ],
  competitor: [
    [
      "ganz offen: wir sprechen auch mit {competitor}, dort liegt das Angebot bei {theirPrice}.",
      "wir haben ein zweites Angebot von {competitor}. Was machen Sie besser?",
    ],
    ["Der Preis ist nicht alles.", "Ihre Referenzen gefallen mir besser."],
  ],
  boss: [
    [
      "mir gefällt es, aber das letzte Wort hat {boss}.",
      "ich muss das erst {boss} vorlegen. Haben Sie eine Seite zum Weiterreichen?",
    ],
    ["Das kann zwei Wochen dauern."],
  ],
  price_objection: [
    [
      "{price} ist mehr, als wir geplant hatten. Bei uns sind es eher {budget}.",
      "das Angebot ist gut, der Preis leider nicht. Was können wir weglassen?",
    ],
    ["Ginge es auch in zwei Schritten?", "Mehr ist dieses Jahr nicht drin."],
  ],
  accept_call: [
    ["{day} um {time} Uhr passt mir gut.", "gern, {day}, {time} Uhr. Sie erreichen mich unter {phone}."],
    ["Eine halbe Stunde sollte genügen.", "Ich bringe {boss} mit."],
  ],
  postpone: [
    [
      "diese Woche ist bei uns sehr viel los. Können wir das verschieben?",
      "ich bin noch nicht dazu gekommen, bitte etwas Geduld.",
    ],
    ["Vergessen habe ich es nicht."],
  ],
  short_ack: [
    [
      "danke, ist angekommen. Ich schaue es mir an.",
      "vielen Dank, ich melde mich.",
      "danke, ich gebe es an {boss} weiter.",
      "danke, sehe ich mir am Wochenende in Ruhe an.",
      "in Ordnung, danke für die Unterlagen zum Thema „{company}“.",
    ],
  ],
  back_again: [
    [
      "entschuldigen Sie die späte Antwort, ich war zwei Wochen krank.",
      "tut mir leid, Ihre Mail ist untergegangen.",
      "danke fürs Nachfragen, bei uns war Inventur.",
    ],
  ],
  chase: [
    [
      "haben Sie meine letzte Nachricht bekommen?",
      "gibt es schon etwas Neues? Wir würden gern weitermachen.",
    ],
    ["Ein kurzes Wort genügt."],
  ],
  agree: [
    [
      "gute Nachricht: wir möchten den Auftrag für {price} erteilen. Bitte schicken Sie den Vertrag.",
      "{boss} hat zugestimmt, wir nehmen Ihr Angebot über {price} an.",
      "wir sind dabei. {price} ist freigegeben, wann geht es los?",
    ],
    ["Überzeugt hat uns, wie Sie {feature} erklärt haben.", "Wir freuen uns auf die Zusammenarbeit."],
  ],
  decline_price: [
    [
      "{price} können wir leider nicht ausgeben. Wir müssen absagen.",
      "nach langem Rechnen: es ist uns zu teuer, leider eine Absage.",
    ],
    ["Das Angebot selbst war gut."],
  ],
  decline_competitor: [
    [
      "wir haben uns für {competitor} entschieden, dort liegt der Preis bei {theirPrice}.",
      "den Auftrag hat {competitor} bekommen. Es war knapp.",
    ],
    ["An Ihrer Arbeit lag es nicht."],
  ],
  decline_timing: [
    [
      "wir haben das Vorhaben auf nächstes Jahr verschoben. Bitte schließen Sie den Vorgang.",
      "der Zeitpunkt passt nicht, wir verfolgen das nicht weiter.",
    ],
    ["Fragen Sie gern in einem Jahr wieder."],
  ],
  decline_internal: [
    [
      "{boss} hat leider abgelehnt. Ich kann nichts machen.",
      "die Geschäftsleitung hat sich dagegen entschieden.",
    ],
    ["Schade, ich hätte es gern gehabt."],
  ],
  decline_need: [
    [
      "wir haben festgestellt, dass wir das im Moment nicht brauchen.",
      "wir bleiben bei dem, was wir haben. Es reicht uns.",
    ],
    ["Danke für Ihre Geduld."],
  ],
  revived: [
    [
      "lange nichts gehört, das lag an uns. Gilt das Angebot über {price} noch?",
      "wir greifen das Thema wieder auf. Wäre der {launch} noch zu schaffen?",
    ],
  ],
  thanks: [
    [
      "danke für den schnellen Start, der Fragebogen ist ausgefüllt.",
      "die erste Rechnung ist bezahlt. Wir freuen uns.",
    ],
  ],
  out_of_office: [
    [
      "Automatische Antwort: Ich bin bis {back} nicht im Büro und lese Ihre Nachricht danach. In dringenden Fällen: office@{domain}.",
      "Abwesenheitsnotiz: Ich bin im Urlaub und ab {back} wieder erreichbar.",
    ],
  ],
};

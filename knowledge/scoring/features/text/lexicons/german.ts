import { type Lexicon, phrases, words } from "../lexicon.ts";

/** German; short, for the plainest ways to say it. */
export const german: Lexicon = {
  language: "de",
  common: words(`
    aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bin bis bist da damit
    dann das dass daß dazu dein deine dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort
    du durch ein eine einem einen einer eines einfach einmal er erst es etwa etwas euch euer für gerade gern gerne gibt habe
    haben hat hatte hätte hätten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jeder jetzt
    kann kein keine keinen können könnte könnten könnten lassen leider machen man mehr mein meine mich mir mit möchte möchten
    muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so sobald sollte sollten
    soll sonst über um und uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor wann war waren warum was
    weil weiter welche wenn wer werde werden wie wieder will wir wird wo wollen wurde würde würden zu zum zur zwei zwischen
    hallo liebe lieber guten gruß grüße viele mit freundlichen grüßen danke bitte herr frau tag heute morgen woche jahr
    montag dienstag mittwoch donnerstag freitag uhr schicken sagen geht sehen mail telefon`),
  negators: words("nicht nie niemals kein keine keinen keinem keiner ohne weder kaum nichts"),
  negatesBehind: true,
  conditionals: words("wenn falls ob bevor sofern sollte sollten könnte könnten würde würden hätte hätten"),
  greetings: words("hallo liebe lieber guten herr frau danke grüße gruß grüßen servus moin"),
  phrases: {
    harmless: phrases(`
      kein|keine problem|sorge|sorgen|frage|eile; guten morgen|tag|abend; gute nacht; schöne|schönes|schönen ~
    `),
    price: phrases(`
      was|wie|wieviel ~ kosten|kostet|koste; was|wie viel? ~ ~ kosten|kostet; wie teuer;
      welche|laufende|monatliche|einmalige kosten|preise|gebühren;
      kostenvoranschlag|preisliste|preisspanne|preisvorstellung;
      preis|preise|angebot|zahl|hausnummer|spanne ~ nennen|schicken|senden|machen|geben|zusenden|zukommen|zuschicken;
      preis ~ enthalten|inbegriffen|drin|dabei; ein|einen|ihr|um|das angebot|preis ~ schicken|senden|für|über
    `),
    meeting: phrases(`
      zeit für ein|einen ~ gespräch|telefonat|termin|treffen|anruf|rückruf;
      können|könnten|wollen|sollen|dürfen|dürfte wir|sie|ich ~ telefonieren|sprechen|treffen|reden|anrufen|vorbeikommen;
      rufen sie mich|uns ~; termin|gespräch|treffen|telefonat vereinbaren|ausmachen|machen|finden|vorschlagen;
      ruf|rufe|melden ~ zurück|durch|telefonisch; # uhr passt|geht|ist;
      passt|passen mir|uns|es? ~ gut|gern|perfekt|sehr;
      bis|treffen|sehen uns? montag|dienstag|mittwoch|donnerstag|freitag
    `),
    costly: phrases(`
      zu teuer|hoch|kostspielig; ist|mir|uns|ziemlich|sehr|etwas teuer; mehr als wir|ich|geplant|gedacht|erwartet ~;
      der preis leider; nicht|kann|können ~ ~ leisten|ausgeben; rabatt|nachlass|skonto|günstiger|billiger;
      mehr ist ~ ~ nicht drin; kein budget; über|außerhalb unserem|unserer|dem|unser budget|grenze|rahmen
    `),
    concern: phrases(`
      bedenken|sorge|sorgen|zweifel|skeptisch|unsicher|zögern; nicht sicher|überzeugt;
      schlechte|schlechten erfahrung|erfahrungen
    `),
    delay: phrases(`
      später|nächstes|kommendes jahr|quartal|monat|melden|wieder;
      nächsten|nächster|kommenden monat|frühjahr|sommer|herbst|winter;
      verschieben|verschoben|vertagt|zurückgestellt|aufgeschoben; keine|nicht eile|eilig|dringend;
      noch nicht|keine dazu|entschieden|geschafft|zeit|gekommen ~;
      nach dem|der|den sommer|ferien|urlaub|messe|weihnachten; muss|müssen ~ warten; abwarten|gedulden|geduld;
      sehr|zu viel los|beschäftigt
    `),
    refusal: phrases(`
      kein|keinen|keinerlei interesse|bedarf;
      nicht mehr? interessiert|weiterverfolgen|weiter|brauchen|benötigen|benötigt;
      absagen|absage|abgesagt|abgelehnt|ablehnen; dagegen entschieden;
      für einen|eine|ein anderen|andere|anderes ~ entschieden; haben|hat uns|sich ~ ~ dagegen entschieden;
      verfolgen ~ ~ nicht weiter; bleiben bei; anderweitig vergeben|entschieden;
      im moment|zurzeit|derzeit nicht brauchen|benötigen; vorgang schließen;
      auftrag hat|ging|bekommen|geht ~ bekommen|an
    `),
    enthusiasm: phrases(`
      begeistert|beeindruckt|großartig|fantastisch|hervorragend|wunderbar|super|toll|perfekt|spitze|ausgezeichnet;
      gefällt|gefallen mir|uns ~ gut|sehr;
      freue|freuen mich|uns sehr|schon|auf ~ zusammenarbeit|projekt|treffen|gespräch|start|umsetzung;
      sehr interessiert|interessant|gut|gern|gerne; klingt|hört|sieht sich? gut|super|spannend|interessant;
      genau das|was ~; überzeugt hat|haben
    `),
    commitment: phrases(`
      auftrag ~ ~ erteilen|erteilt|bestätigen|geben; auftragsbestätigung|bestellung|beauftragen|beauftragt;
      schicken|senden ~ vertrag|rechnung|auftrag; nehmen|nehme ihr|das|dieses angebot ~ an; wir sind dabei;
      unterschrieben|unterschreiben|unterzeichnet|freigegeben|zugestimmt|zugesagt;
      wann geht|fangen|starten|beginnen|legen es|wir; legen sie|wir los; wir|ich machen|mache das|es $
    `),
    alternative: phrases(`
      mitbewerber|konkurrenz|wettbewerber|alternative|alternativen|alternativangebot;
      zweites|anderes|weiteres|drei|zwei|andere|weitere|mehrere angebot|angebote|anbieter|agentur|agenturen;
      sprechen|verhandeln auch mit; woanders|anderswo|anderer|anderen|andere anbieter|agentur|firma;
      vergleichen|vergleich|vergleichsangebote
    `),
    positive: phrases(`
      gut|schön|freut|freundlich|hilfreich|zufrieden|gern|gerne|prima|klasse|nett; vielen|herzlichen dank;
      danke ~ schnelle|schnellen|gute
    `),
    negative: phrases(`
      schlecht|schlechte|schlimm|ärgerlich|ärger|enttäuscht|enttäuschend|unzufrieden|unverschämt|unfreundlich|frech|leider|schade|kaputt|falsch;
      problem|probleme|fehler|beschwerde|beschweren|mangel|mängel; immer noch keine|nichts|nicht
    `),
  },
};

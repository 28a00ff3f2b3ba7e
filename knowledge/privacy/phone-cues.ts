import { cueReader } from "./cues.ts";
import type { Stretch } from "./personal-data.ts";

/** A small class: one of all letters would make these expressions slow to compile. */
const ending = "[a-zß-ɏα-ωа-ї]*";
const nouns = String.raw`(?:tele)?phones?|phone number|ph|tel|telephone|mobiles?|mob|cell(?:ular|phone)?|landline|fax|direct(?: line| dial)?|hotline|switchboard|whats ?app|viber|signal|sms|extension|ext|contact (?:number|no)|(?:my|your|his|her|our|their|new|old|best|registered|that|this)(?: ${ending})? numbers?|office(?=[:.])|home(?=[:.])|work(?=[:.])|desk|[tmpf](?=[.:] ?$)|telefon${ending}|handy(?:nummer)?|mobil${ending}|festnetz|durchwahl|rufnummer|téléphone|tél|portable|gsm|fixe|teléfono|tel[eé]fonos?|tfno|móvil|cellulare|celulare?s?|cel|cell\.|telefone|telem[oó]vel|ramal|telefoon${ending}|mobiel|mobiltelefon|puh(?:elin)?|kom[oó]rka|kom|numer|nr tel|тел(?:ефон${ending})?|моб${ending}|номер|τηλ|κιν|هاتف|جوال|טלפון|نمبر|โทร|sđt|hp|telp|no\.? hp`;
const verbs = String.raw`call(?:ing|ed)?|ring|reach(?:able)?|dial|text(?:ing)?|message[sd]?(?: to| on| at)|phoned?|registered|answering|anruf${ending}|erreich${ending}|ruf${ending}|melde${ending}|appele[rz]?|joindre|joignable|ll[aá]m${ending}|marque|chiam${ending}|ligar|ligue|bel(?:len)?|ring(?:a|e)?|zadzwo${ending}|dzwoni${ending}|звони${ending}|позвони${ending}`;
const others = String.raw`orders?|invoices?|tickets?|ref(?:erence)?s?|case|po|contract|sku|parts?|articles?|items?|serial|s\/n|tracking|shipment|parcel|id|ids|isbn|ean|gtin|upc|asin|imei|build|version|quotes?|quotation|offer|proposal|receipt|booking|reservation|confirmation|transaction|batch|lot|model|product|project|campaign|deal|room|page|line items?|commit|hash|timestamp|vat|ust-?id${ending}|duns|siret|siren|handelsregister|hrb|registration|zip|postcode|plz|rechnung${ending}|bestell${ending}|auftrag${ending}|angebot${ending}|artikel${ending}|vorgang${ending}|sendung${ending}|vertrag${ending}|kundennummer|commande|facture|devis|dossier|colis|r[eé]f|référence|pedido|factura|presupuesto|referencia|ordine|fattura|preventivo|pratica|nota fiscal|fatura|encomenda|bestelling|factuur|offerte|ordernummer|zamówieni${ending}|faktur${ending}|beställning|ordre|tilaus|lasku|заказ${ending}|сч[её]т${ending}|budget|prices?|costs?|total|amount|revenue|sum|population|worth|preis${ending}|betrag|summe|umsatz|prix|montant|precio|importe|prezzo|importo|valor|latitude|longitude|lat|lng|lon|gps|size|dimensions?|between|from`;

const nearest = cueReader([
  { means: "phone", words: nouns },
  { means: "call", words: verbs },
  { means: "other", words: others },
]);
/** Scripts without blanks between words, where words have no bounds. */
const unbounded =
  /(?:电话|電話|手机|手機|携帯|联系方式|전화(?:번호)?|휴대폰|연락처|☎️?|📞|📱|✆)[^\d\n]{0,8}$/u;
const after =
  /^[ \t]?[,;]?[ \t]?[([]?(?:(?:fax|mobile|mob|cell(?:ular)?|tel|phone|landline|switchboard|mobil|handy|büro|bureau|portable|oficina|móvil|ufficio|cellulare|whatsapp|ext)\b|(?:office|home|work|direct|desk|main|privat)[ \t]*(?:$|[\n,;)\]/|.]))/i;

/** What the words beside a number call it: "phone" by a noun, "call" by a verb, "other" for an order, a price and the like. */
export function phoneCue(text: string, stretch: Stretch): "phone" | "call" | "other" | undefined {
  if (unbounded.test(text.slice(Math.max(0, stretch.from - 12), stretch.from))) return "phone";
  const cue = nearest(text, stretch);
  const isNear = cue && !reachesPast(cue.gap);
  if (cue?.means === "phone" && isNear) return "phone";
  if (after.test(text.slice(stretch.to, stretch.to + 24))) return "phone";
  return isNear ? cue.means : undefined;
}

/** Whether a sentence ends, or another number with words of its own stands, between a cue and what follows it. */
function reachesPast(written: string): boolean {
  const gap = written.replace(/(?<!\p{L})(?:no|nr|num|tel|ext)\./giu, "");
  if (/[\p{L}\d\ufffc][^\n]*[.!?;]\s/u.test(gap)) return true;
  return (
    /[\d\ufffc]/.test(gap) &&
    /\p{L}{2,}/u.test(
      gap.replace(/\b(?:or|and|oder|und|ou|et|y|and\/or|ext|x|mobile|cell|office|fax)\b/gi, ""),
    )
  );
}

/** What stands before a quoted mail: how it begins, and how it ends, by language. */
const attributions: readonly { begins: RegExp; ends: RegExp }[] = [
  { begins: /^\W{0,3}(?:on|at)\s/i, ends: /\bwrote\s?:?\W{0,3}$/i },
  { begins: /^\W{0,3}am\s/i, ends: /\bschrieb\b.{0,200}:?$/i },
  { begins: /^\W{0,3}le\s/i, ends: /(?:^|\s)écrit\s?:?$/i },
  { begins: /^\W{0,3}el\s/i, ends: /\bescribió\s?:?$/i },
  { begins: /^\W{0,3}(?:il|in data)\s/i, ends: /\bscritto\s?:?$/i },
  { begins: /^\W{0,3}em\s/i, ends: /\bescreveu\s?:?$/i },
  { begins: /^\W{0,3}op\s/i, ends: /\b(?:schreef\b.{0,200}|geschreven)\s?:$/i },
  { begins: /^\W{0,3}(?:w\sdniu|dnia)\s/i, ends: /(?:pisze|napisał(?:\(a\)|a)?)\s?:$/i },
  { begins: /^\W{0,3}(?:den|fr|lør|søn|man|tir|ons|tor|fre)\.?\s/i, ends: /\b(?:skrev|skreiv)\b.{0,200}:$/i },
  { begins: /^\W{0,3}(?:pe|ma|ti|ke|to|la|su)\s/i, ends: /kirjoitti\s?:$/i },
  {
    begins: /^\d{1,4}[./年-]/,
    ends: /(?:写道|のメッセージ|작성|написал\(?а?\)?|wrote|schrieb|<[^<>@\s]+@[^<>\s]+>)\s?[:：]$/iu,
  },
  { begins: /^(?:在|(?:пн|вт|ср|чт|пт|сб|вс)[,.])/iu, ends: /(?:写道|:|：)$/u },
];
/** One line that names the writer alone: "Ada <ada@example.org> wrote:". */
const byName =
  /^[^<>\n]{0,80}<[^<>\s]+@[^<>\s]+>\s{0,3}(?:wrote|schrieb|écrit|escribió|ha scritto|escreveu|schreef|skrev)\s?:$/i;
const nameOnDate = /^[^\n:]{1,80}\son\s[^\n]{4,80}\sat\s[^\n]{3,60}\swrote:$/i;
const original =
  /^[\s>]*(?:-{2,12}|_{2,12})\s?(?:original message|original-nachricht|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig besked|opprinnelig melding|ursprungligt meddelande|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)\s?(?:-{0,12}|_{0,12})\s*$/i;

const rule = /^[\s>]*(?:-{5,}|_{5,})\s*$/;

/** Fields of the header block that Outlook and others put above a quoted mail, in the order of From, date, To, subject. */
const fromField = /^[\s>*_]*(?:from|von|de|da|van|från|fra|od|lähettäjä|от|发件人|差出人)\s?:[*_]*\s*\S/iu;
const otherField =
  /^[\s>*_]*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado(?: el)?|para|asunto|fecha|inviato|data|a|oggetto|assunto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|wysłano|do|temat|отправлено|кому|тема|发送时间|收件人|主题)\s?:[*_]*(?:\s|$)/iu;

const longestLine = 300;
const mostLines = 4;

/**
 * How many lines, from line `at` on, introduce a quoted mail in a sentence ("On … wrote:", "Am … schrieb …:"); 0 when none
 * begins there.
 */
export function quoteHeaderLines(lines: readonly string[], at: number): number {
  return (lines[at] ?? "").length > longestLine ? 0 : attributionLines(lines, at);
}

/** True of what begins a header block or "Original Message": everything below it is quoted, with or without ">". */
export function quotesTheRest(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (line.length > longestLine) return false;
  if (original.test(line) || headerBlock(lines, at) > 0) return true;
  if (!rule.test(line)) return false;
  // Outlook draws a line above the block, with or without blank lines between them.
  const next = [1, 2, 3].find((step) => (lines[at + step] ?? "").trim() !== "");
  return next !== undefined && headerBlock(lines, at + next) > 0;
}

function headerBlock(lines: readonly string[], at: number): number {
  if (!fromField.test(lines[at] ?? "")) return 0;
  let end = at + 1;
  let fields = 1;
  for (; end < lines.length && end < at + 10; end++) {
    const line = lines[end] ?? "";
    if (line.length > 2_000) break;
    if (otherField.test(line)) fields++;
    // A long list of recipients goes on in the next line.
    else if (line.trim() === "" || !otherField.test(lines[end + 1] ?? "")) break;
  }
  return fields >= 3 ? end - at : 0;
}

function attributionLines(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? "").trim();
  if (byName.test(first) || nameOnDate.test(first)) return 1;
  for (const { begins, ends } of attributions) {
    if (!begins.test(first)) continue;
    for (let count = 1; count <= mostLines; count++) {
      const last = (lines[at + count - 1] ?? "").trim();
      // What begins anew, and a paragraph of prose, is no continuation.
      if (last === "" || last.length > longestLine || (count > 1 && begins.test(last))) break;
      const joined = lines
        .slice(at, at + count)
        .map((line) => line.trim())
        .join(" ");
      if (ends.test(joined) && /\d|<[^<>\s]+@/.test(joined)) return count;
    }
  }
  return 0;
}

/** Characters of a message that are read at most. */
export const readAtMost = 20_000;

/**
 * What the writer of a message wrote: the same text, as long as before, with quoted replies, forwarded messages, signatures
 * and whole automatic replies blanked out, so that places in it are places in the message.
 */
export function ownWords(message: string): string {
  const text = message.length > readAtMost ? message.slice(0, readAtMost) : message;
  if (automatic.test(text.slice(0, 200))) return " ".repeat(text.length);
  if (!suspicious.test(text)) return text;
  const lines = text.split("\n");
  let end = lines.findIndex((line, i) => endsOwnWords(lines, line, i));
  if (end < 0) end = lines.length;
  const kept = lines.map((line, i) =>
    i >= end || isQuoted(lines, line, i) ? " ".repeat(line.length) : line,
  );
  return kept.join("\n");
}

/** A line that may begin something to leave out; most messages have none, and are not taken apart. */
const suspicious =
  /^[ \t]*(?:[>|*_]|--|(?:on|am|le|el|op|il|den|em|from|von|de|expéditeur|begin|sent|get|gesendet|envoyé|enviado)[ :])/im;

const automatic =
  /^\s*(?:re:\s*)?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out[- ]of[- ](?:the[- ])?office|automatische antwort|abwesenheits|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina)/i;

/** "On Monday, Ann Other wrote:" in the languages of common mail programs; long lines are not looked at. */
const introduces =
  /^\s*(?:on|am|le|el|op|il|den|em)\s.*(?:wrote|schrieb\b.*|a écrit|escribió|schreef\b.*|ha scritto|skrev\b.*|escreveu)\s*:?\s*$/i;
const separator =
  /^\s*(?:-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje)|begin forwarded message|_{10,}\s*$)/i;
const header = /^\s*\*?(?:from|von|de|expéditeur)\s?:\*?\s/i;
const furtherHeader =
  /^\s*\*?(?:sent|to|date|subject|gesendet|an|datum|betreff|envoyé|à|objet|enviado|para|asunto|cc)\s?:/i;
const device =
  /^\s*(?:sent from my|sent via|get outlook for|gesendet von|von meinem .* gesendet|envoyé de(?:puis)? mon|enviado desde mi)\b.{0,60}$/i;
const longestIntroduction = 300;

/** Whether everything from this line on is another's: a signature, or a reply that is quoted without marks. */
function endsOwnWords(lines: readonly string[], line: string, at: number): boolean {
  if (line.length > longestIntroduction) return false;
  if (/^--\s*$/.test(line) || separator.test(line) || device.test(line)) return true;
  if (header.test(line)) return lines.slice(at + 1, at + 4).some((next) => furtherHeader.test(next));
  const lastLine = introducedBy(lines, at);
  return lastLine > 0 && !followedByQuote(lines, lastLine);
}

/** The number behind the last line of an introduction that begins at a line, which may be wrapped once, or 0. */
function introducedBy(lines: readonly string[], at: number): number {
  const line = lines[at] ?? "";
  if (line.length > longestIntroduction) return 0;
  if (introduces.test(line)) return at + 1;
  const wrapped = `${line.trimEnd()} ${(lines[at + 1] ?? "").trim()}`;
  return wrapped.length <= longestIntroduction && /\d/.test(line) && introduces.test(wrapped) ? at + 2 : 0;
}

function followedByQuote(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at, at + 3).find((line) => line.trim() !== "");
  return next?.trimStart().startsWith(">") ?? false;
}

function isQuoted(lines: readonly string[], line: string, at: number): boolean {
  const first = line.trimStart();
  if (first.startsWith(">") || first.startsWith("|")) return true;
  if (introducedBy(lines, at) > 0) return true;
  return at > 0 && introducedBy(lines, at - 1) === at + 1;
}

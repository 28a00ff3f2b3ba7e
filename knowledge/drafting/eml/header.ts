import { domainToASCII } from "node:url";

const longestLine = 76;

/** A header field from its words, folded where a line grows longer than 76 characters; empty without words. */
export function headerLine(name: string, words: readonly string[]): string {
  if (words.length === 0) return "";
  let line = `${name}:`;
  const lines: string[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0 && line.length + 1 + word.length > longestLine) {
      lines.push(line);
      line = "";
    }
    line += ` ${word}`;
  }
  return `${[...lines, line].join("\r\n")}\r\n`;
}

/** Addresses as the words of a header field; domains of other scripts in ASCII (RFC 5891). */
export function addressList(addresses: readonly string[]): string[] {
  return addresses.map((address, index) => {
    const plain = oneLine(address).replace(/[\s<>(),;:\\"[\]]+/g, "");
    const at = plain.lastIndexOf("@");
    const domain = plain.slice(at + 1);
    return `${plain.slice(0, at + 1)}${domainToASCII(domain) || domain}${index < addresses.length - 1 ? "," : ""}`;
  });
}

/** Message ids in angle brackets. */
export function idList(ids: readonly string[]): string[] {
  return ids.map((id) => `<${oneLine(id).replace(/[\s<>]+/g, "")}>`);
}

/**
 * A text as the words of a header field: as it is where it is plain ASCII in words that a line holds, else encoded (RFC 2047), each
 * encoded word whole characters and 75 characters at most.
 * @param used characters that stand before it on its line
 */
export function unstructured(text: string, used: number): string[] {
  const line = oneLine(text).trim();
  const words = line.split(" ");
  const plain =
    /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(line) &&
    !line.includes("=?") &&
    words.every((word) => word.length < longestLine);
  return plain ? words : encodedWords(line, used);
}

const encodedStart = "=?utf-8?B?";
const encodedEnd = "?=";
/** Base64 grows three bytes to four characters. */
const bytesIn = (characters: number) => Math.floor(Math.max(0, characters) / 4) * 3;

function encodedWords(text: string, used: number): string[] {
  const room = 75 - encodedStart.length - encodedEnd.length;
  const words: string[] = [];
  let bytes: Buffer[] = [];
  let size = 0;
  let most = bytesIn(Math.min(room, room - used));
  for (const character of text) {
    const more = Buffer.from(character);
    if (size + more.length > most && size > 0) {
      words.push(Buffer.concat(bytes).toString("base64"));
      bytes = [];
      size = 0;
      most = bytesIn(room);
    }
    bytes.push(more);
    size += more.length;
  }
  if (size > 0) words.push(Buffer.concat(bytes).toString("base64"));
  return words.map((word) => `${encodedStart}${word}${encodedEnd}`);
}

/** Without what would end a line or a string. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").toWellFormed();
}

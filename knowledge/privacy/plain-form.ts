/** A text in the form that finders read, and the way back to the text as it was written. */
export interface PlainForm {
  text: string;
  /** For each unit of `text`, and for its end, the index in the written text. */
  origins: Uint32Array;
}

const digit = /^\p{Nd}$/u;
const unseen = /^(?:\p{Cf}|\p{Variation_Selector}|\u034f)$/u;
const blank = /^[\p{Zs}]$/u;
const dash = /^[\p{Pd}\u2212]$/u;
/** Signs as HTML and links write them. */
const signs = /&nbsp;|&#160;|&#64;|&commat;|%40/i;
const characters = /&nbsp;|&#160;|&#64;|&commat;|%40|./gisu;
const ordinary = /^[\x20-\x7e\n\r\t]*$/;

/**
 * Digits of all scripts become 0–9, wide and styled letters and signs plain ones, every blank a space and every dash a
 * hyphen; what cannot be seen (zero width, directions, soft hyphens) goes. People and programs write so, and so do
 * those who hide an address from machines.
 */
export function plainForm(written: string): PlainForm {
  const origins = new Uint32Array(written.length * 3 + 1);
  if (ordinary.test(written) && written.search(signs) === -1) {
    for (let at = 0; at <= written.length; at++) origins[at] = at;
    return { text: written, origins };
  }
  const parts: string[] = [];
  let length = 0;
  let origin = 0;
  for (const [character] of written.matchAll(characters)) {
    const plain = plainCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) origins[length++] = origin;
    parts.push(plain);
    origin += character.length;
  }
  origins[length] = written.length;
  return { text: parts.join(""), origins };
}

function plainCharacter(character: string): string {
  if (character.length > 2) return /^&(?:nbsp|#160)/i.test(character) ? " " : "@";
  if (character <= "\x7f") return character;
  if (unseen.test(character)) return "";
  if (blank.test(character)) return " ";
  if (dash.test(character)) return "-";
  if (character === "・" || character === "。") return ".";
  const plain = character.normalize("NFKC");
  if (digit.test(plain)) return digitValue(plain);
  // "½" and the like would grow into several; only what stays one character is plainly the same one.
  return [...plain].length === 1 ? plain : character;
}

/** Unicode keeps the ten digits of a script together, zero first. */
function digitValue(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

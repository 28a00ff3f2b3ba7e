const marks = /[\u0300-\u036f]/g;
const plain = /^[\0-\x7f]*$/;
const letters = /[ßøæœłđðþıŋ]/g;
const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ŋ: "n",
};

/** Takes accents off lower-case letters: "é" → "e", "ß" → "ss". Vowel signs of other scripts stay. */
export function foldMarks(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(marks, "")
    .replace(letters, (letter) => spelled[letter] ?? letter)
    .normalize("NFC");
}

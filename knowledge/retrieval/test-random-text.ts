/** Texts that break what reads texts carelessly; for tests. */
const pieces = [
  "loom",
  "Müller & Söhne",
  "price",
  " ",
  "\t\n",
  "\0",
  "\u001b[2J",
  "\u200b\u202e",
  "\ud83d",
  "\ude00",
  "e\u0301\u0316",
  "見積もり",
  "ราคา",
  "' or 1=1; drop table passages; --",
  "$1 $$ %s _ \\",
  "(a+)+$ [^ {9999} (?<= |*.",
  '"quoted" <b>&amp; {{x}}',
  "-1.5e309,NaN:00/@.com##++",
  "__proto__ constructor",
] as const;
const longestRun = 2_000;

/** Makes random texts, the same for a seed: pieces like these, any code unit, very long words, nothing at all. */
export function randomTexts(seed: number): () => string {
  let state = seed;
  // Park and Miller's generator: enough to be random for a test.
  const below = (end: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % end;
  };
  const piece = () => {
    const kind = below(10);
    if (kind < 6) return pieces[below(pieces.length)] ?? "";
    if (kind < 8) return String.fromCharCode(below(0x1_00_00));
    if (kind === 8) return String.fromCodePoint(below(0x11_00_00));
    return below(50) === 0 ? String.fromCharCode(below(0x1_00_00)).repeat(below(longestRun)) : "x";
  };
  return () => Array.from({ length: below(20) }, piece).join(below(2) === 0 ? "" : " ");
}

/** Whether the digits pass the check of payment cards (Luhn 1960, ISO/IEC 7812-1 annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2;
  }
  return sum % 10 === 0;
}

/** The remainder by 97 of letters and digits, A as 10 … Z as 35 (ISO 7064, as ISO 13616 uses it). */
export function remainderBy97(characters: string): number {
  let rest = 0;
  for (const character of characters) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** The sum of digits times weights; weights repeat. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * (weights[at % weights.length] ?? 0);
  return sum;
}

/** Whether the digits pass the check over the dihedral group of order 10 (Verhoeff 1969). */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place++) {
    let value = Number(digits[digits.length - 1 - place]);
    for (let times = place % 8; times > 0; times--) value = verhoeffSwap[value] ?? 0;
    check = dihedral(check, value);
  }
  return check === 0;
}

const verhoeffSwap = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Composition in the dihedral group: rotations are 0–4, reflections 5–9. */
function dihedral(a: number, b: number): number {
  const turn = a < 5 ? (a + b) % 5 : (a - b + 5) % 5;
  return a < 5 === b < 5 ? turn : 5 + turn;
}

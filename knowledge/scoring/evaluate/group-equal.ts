/** For each of some numbers, where the same one stands first and how often it is there. */
export interface EqualNumbers {
  first: Int32Array;
  alike: Int32Array;
}

/**
 * Finds equal numbers: a hash table in typed arrays, several times as fast as a `Map` of numbers that are no small integers.
 * @param numbers integers from 0 to 2⁵³ − 1 whose higher bits are evenly spread.
 */
export function groupEqual(numbers: Float64Array): EqualNumbers {
  const mask = 2 ** Math.ceil(Math.log2(2 * numbers.length + 2)) - 1;
  /** Place of the first of each number, plus one; 0: free. */
  const slots = new Int32Array(mask + 1);
  const first = new Int32Array(numbers.length);
  const counts = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    let slot = (number / 2 ** 22) & mask;
    while (slots[slot] !== 0 && numbers[(slots[slot] as number) - 1] !== number) slot = (slot + 1) & mask;
    if (slots[slot] === 0) slots[slot] = at + 1;
    const known = (slots[slot] as number) - 1;
    first[at] = known;
    counts[known] = (counts[known] as number) + 1;
  }
  return { first, alike: first.map((known) => counts[known] as number) };
}

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * Tells which character separates the columns, from the first lines of a file: the one that stands equally often
 * outside quotes in the header and in the most of the other lines; of those the most frequent. A comma for one column.
 */
export function detectDelimiter(sample: string): Delimiter {
  let best: { delimiter: Delimiter; agreement: number; count: number } = {
    delimiter: ",",
    agreement: 0,
    count: 0,
  };
  for (const delimiter of delimiters) {
    const counts = countPerRecord(sample, delimiter);
    const header = counts[0] ?? 0;
    if (header === 0) continue;
    const agreement = counts.filter((count) => count === header).length / counts.length;
    if (agreement > best.agreement || (agreement === best.agreement && header > best.count)) {
      best = { delimiter, agreement, count: header };
    }
  }
  return best.delimiter;
}

/** How often the character stands outside quotes in each whole record of the sample. */
function countPerRecord(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let blank = true;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) count++;
    else if (character === "\n" || character === "\r") {
      if (!blank) counts.push(count);
      count = 0;
      blank = true;
      continue;
    }
    blank = false;
  }
  // The sample may cut its last record, unless it is the only one.
  if (counts.length === 0) counts.push(count);
  return counts;
}

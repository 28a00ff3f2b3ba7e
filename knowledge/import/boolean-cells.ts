const words = new Map<string, boolean>([
  ["true", true],
  ["false", false],
  ["yes", true],
  ["no", false],
  ["y", true],
  ["n", false],
  ["t", true],
  ["f", false],
]);

/** Reads true/false, yes/no, y/n and t/f in any case; undefined for anything else. 0 and 1 are numbers. */
export function parseBoolean(cell: string): boolean | undefined {
  return cell.length > 5 ? undefined : words.get(cell.toLowerCase());
}

import { once } from "node:events";

/** Writes a result to stdout: JSON for machines, or text for people. */
export function print(value: unknown, options: { json?: boolean }, toText: () => string): void {
  process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${toText()}\n`);
}

/** A whole number as people read it. */
export function count(n: number): string {
  return n.toLocaleString("en-US");
}

/** Lines of equal columns, the first left-aligned and wide enough for all. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n");
}

/** Writes to stdout and waits where the reader is slower than we are, so that memory does not grow with the answer. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

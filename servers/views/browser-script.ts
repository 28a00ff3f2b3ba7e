import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";

/**
 * The files of `browser/`, and what they import from beside it, as one plain script, in the order given: types are taken out, and imports between
 * them too, since all stand in one scope there.
 */
export async function browserScript(names: readonly string[]): Promise<string> {
  const sources = await Promise.all(
    names.map((name) => readFile(new URL(`browser/${name}.ts`, import.meta.url), "utf8")),
  );
  return sources.map(toScript).join("\n");
}

function toScript(source: string): string {
  return stripped(source)
    .replace(/^import\s[^;]*;$/gm, "")
    .replace(/^export /gm, "");
}

/** Node calls taking types out experimental on standard error, which hosts of a server on standard input and output show to people. */
function stripped(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

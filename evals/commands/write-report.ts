import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where reports go by default. */
export const resultsFolder = join(import.meta.dirname, "..", "results");

/** Writes a report in its three forms and says where. */
export function writeReport(
  { out, name }: { out: string; name: string },
  { json, markdown, html }: { json: string; markdown: string; html: string },
): void {
  mkdirSync(out, { recursive: true });
  const path = join(resolve(out), name);
  writeFileSync(`${path}.json`, json);
  writeFileSync(`${path}.md`, markdown);
  writeFileSync(`${path}.html`, html);
  process.stdout.write(`\nWritten to ${path}.html, .md and .json\n`);
}

/** Says on stderr what is under way. */
export function onProgress(text: string): void {
  process.stderr.write(`… ${text}\n`);
}

const encoded = /[A-Za-z0-9+/]{40,4000}={0,2}|(?:[0-9a-f]{2}[\s:]?){24,2000}/gi;
const mostRuns = 20;
const readable = /^[\t\n\r -~]+$/;
const hex = /^[0-9a-f\s:]+$/i;

/** Texts that are hidden as base64 or hexadecimal digits; keys, hashes, signatures and images decode to no text. */
export function encodedTexts(text: string): string[] {
  const runs = [...text.matchAll(encoded)].slice(0, mostRuns).map(([run]) => run);
  return runs
    .map(decode)
    .filter((found) => readable.test(found) && (found.match(/[a-z]{2,} [a-z]{2,}/gi)?.length ?? 0) >= 2);
}

function decode(run: string): string {
  return hex.test(run)
    ? Buffer.from(run.replace(/[\s:]/g, ""), "hex").toString("latin1")
    : Buffer.from(run, "base64").toString("latin1");
}

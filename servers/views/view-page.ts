import { createHash } from "node:crypto";
import { appClient } from "./app-client.ts";
import { browserScript } from "./browser-script.ts";
import { viewStyle } from "./view-style.ts";

export interface ViewPage {
  title: string;
  /** Files of `browser/`, those first that others need; the last one starts the view. */
  scripts: readonly string[];
}

/**
 * One page that needs nothing else. Its policy lets run only this script and this style, by their hashes: a name that became markup by some
 * mistake could still do nothing.
 */
export async function viewPage({ title, scripts }: ViewPage): Promise<string> {
  const script = closed(`${await appClient()}\n${await browserScript(scripts)}`);
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(viewStyle)}; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${title}</title><style>${viewStyle}</style></head>`,
    '<body><main id="view" aria-live="polite"><p class="waiting">Waiting for the answer …</p></main>',
    `<script type="module">${script}</script></body></html>`,
  ].join("\n");
}

/** A script must not end its element early, nor open a comment. */
function closed(script: string): string {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium is installed, on Debian by the package chromium; undefined without one, and then tests in a browser are skipped. */
export const chromiumPath: string | undefined = places.find((path) => existsSync(path));

/** Starts the installed Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What an element may hold: nodes, text, or nothing. */
export type Child = Node | string | number | null | undefined | false;

/** Makes an element. Whatever is text becomes a text node: nothing here reads markup. */
export function element(
  name: string,
  options: { class?: string; attributes?: Record<string, string> } = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(name);
  if (options.class) made.className = options.class;
  for (const [key, value] of Object.entries(options.attributes ?? {})) made.setAttribute(key, value);
  made.append(...children.filter(isShown).map(asNode));
  return made;
}

/** Somebody else's words, set apart from the direction of the text around them. */
export function words(text: unknown, longest = 600): HTMLElement {
  return element("bdi", {}, readable(text, longest));
}

/** A heading with what belongs to it; nothing where nothing does. */
export function section(title: string, ...children: Child[]): HTMLElement | null {
  const shown = children.filter(isShown);
  return shown.length > 0 ? element("section", {}, element("h2", {}, title), ...shown) : null;
}

/** A list of texts; null where there are none. */
export function bullets(texts: readonly unknown[]): HTMLElement | null {
  if (texts.length === 0) return null;
  return element("ul", {}, ...texts.map((text) => element("li", {}, words(text))));
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an element of a picture. */
export function shape(
  name: string,
  attributes: Record<string, string | number>,
  ...children: Child[]
): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.filter(isShown).map(asNode));
  return made;
}

/** A value of unknown shape as text without characters that cannot be seen, cut to a length. */
export function readable(value: unknown, longest = 600): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const plain = text.slice(0, 4 * longest).replace(/[^\P{C}\n\t]/gu, "");
  return plain.length > longest ? `${plain.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : plain;
}

/** The day of an ISO 8601 moment, in a time zone where one is named. */
export function dayOf(value: unknown, timeZone?: unknown): string {
  const text = readable(value);
  const moment = new Date(text);
  if (text.length <= 10 || Number.isNaN(moment.getTime())) return text.slice(0, 10);
  try {
    return moment.toLocaleDateString("en-CA", { timeZone: readable(timeZone) || "UTC" });
  } catch {
    return text.slice(0, 10);
  }
}

/** A field that should be a list. */
export function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null) : [];
}

/** A field that should hold fields. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A field that should be a list of texts. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A field that should be a number. */
export function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function isShown(child: Child): child is Node | string | number {
  return child !== null && child !== undefined && child !== false;
}

function asNode(child: Node | string | number): Node {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

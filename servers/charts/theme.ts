/**
 * Colours in light and dark. Blue and orange stay apart for the colour-blind, in grey too (after Okabe & Ito 2008), and no chart tells
 * anything by colour alone. A page may set `--chart-ink` and so on itself.
 */
const colours = {
  ink: ["#1f2328", "#e8eaed"],
  soft: ["#59626c", "#a8b0b9"],
  grid: ["#e3e6e9", "#30363d"],
  paper: ["#ffffff", "#15181c"],
  accent: ["#0b63b0", "#74b4f2"],
  contrast: ["#b9540b", "#f2a766"],
  pale: ["#c5d9ec", "#2c4660"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Colour = keyof typeof colours;

/** The style that every chart carries, so that it can stand alone. Its names begin with `rc-`: it may stand inside any page. */
export const chartStyle = [
  `.rc{${variables(0)}font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}`,
  `@media (prefers-color-scheme:dark){.rc{${variables(1)}}}`,
  ...Object.keys(colours).map(
    (name) => `.rc-f-${name}{fill:var(--rc-${name})}.rc-s-${name}{stroke:var(--rc-${name})}`,
  ),
].join("");

/** Attributes that paint a shape; the plain colours serve renderers that know no custom properties. */
export function paint({ fill, stroke }: { fill?: Colour; stroke?: Colour }): string {
  const classes = [fill && `rc-f-${fill}`, stroke && `rc-s-${stroke}`].filter(Boolean).join(" ");
  const plainStroke = stroke ? ` stroke="${colours[stroke][0]}"` : "";
  return `class="${classes}" fill="${fill ? colours[fill][0] : "none"}"${plainStroke}`;
}

function variables(theme: 0 | 1): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--rc-${name}:var(--chart-${name},${colour[theme]});`)
    .join("");
}

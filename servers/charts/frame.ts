import { chartText, plainLine } from "./chart-text.ts";
import { chartStyle, paint } from "./theme.ts";

/** How a chart is to be drawn. */
export interface ChartOptions {
  /** Pixels, 320 to 1,200; 640 by default. Below 480 labels stand above what they name. */
  width?: number;
  /** Without heading and background, for a page that has its own. */
  bare?: boolean;
}

/** What every chart is asked to show. */
export interface ChartHead {
  title: string;
  /** For those who hear the picture: what it shows, in a sentence or two. */
  description: string;
}

/** The space that a chart may draw in, below its heading. */
export interface Canvas {
  width: number;
  /** Where the drawing begins; above stands the heading. */
  top: number;
  narrow: boolean;
}

export function canvas({ width = 640, bare = false }: ChartOptions): Canvas {
  const bounded = Math.round(Math.min(1_200, Math.max(320, width)));
  return { width: bounded, top: bare ? 4 : 40, narrow: bounded < 480 };
}

/** A whole SVG document: title and description for readers, style, heading, and what was drawn. */
export function frame(
  { title, description }: ChartHead,
  { options, height, body }: { options: ChartOptions; height: number; body: readonly string[] },
): string {
  const { width } = canvas(options);
  const size = `0 0 ${width} ${round(height)}`;
  const heading = `<text x="12" y="24" font-size="15" font-weight="600" ${paint({ fill: "ink" })}>${chartText(title, 0.78 * (width - 24))}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rc" viewBox="${size}" width="${width}" height="${round(height)}" role="img" aria-label="${chartText(title, 2_000)}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${chartText(title, 2_000)}</title><desc>${chartText(plainLine(description), 8_000)}</desc><style>${chartStyle}</style>`,
    ...(options.bare ? [] : [`<rect width="100%" height="100%" ${paint({ fill: "paper" })}/>`, heading]),
    ...body,
    "</svg>",
  ].join("\n");
}

/** Coordinates to a tenth of a pixel: shorter, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

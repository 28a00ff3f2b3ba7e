import { escapeHtml } from "./escape.ts";

/** One axis of a plot. */
export interface Axis {
  name: string;
  from: number;
  to: number;
  /** A tick's words; percent by default. */
  text?(value: number): string;
}

/** Where values stand in the picture. */
export interface Scales {
  x(value: number): number;
  y(value: number): number;
}

export interface Plot {
  x: Axis;
  y: Axis;
  /** For those who hear the page. */
  label: string;
  draw(at: Scales): readonly string[];
}

const size = { width: 340, height: 262, left: 52, right: 18, top: 10, bottom: 40 };

/** A picture with two linear axes and what is drawn between them, as inline SVG that takes its colours from the page. */
export function plot({ x, y, label, draw }: Plot): string {
  const at: Scales = {
    x: scale(x, size.left, size.width - size.right),
    y: scale(y, size.height - size.bottom, size.top),
  };
  return [
    `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(label)}">`,
    ...ticks(x).map((tick) => columnLine(at.x(tick), textOf(x, tick))),
    ...ticks(y).map((tick) => rowLine(at.y(tick), textOf(y, tick))),
    ...draw(at),
    `<text class="axis" x="${(size.left + size.width - size.right) / 2}" y="${size.height - 6}" text-anchor="middle">${escapeHtml(x.name)}</text>`,
    `<text class="axis" transform="translate(11 ${(size.top + size.height - size.bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(y.name)}</text>`,
    "</svg>",
  ].join("\n");
}

/** Round values, some five of them, in steps of 1, 2 or 5. */
export function ticks({ from, to }: Pick<Axis, "from" | "to">): number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function scale({ from, to }: Axis, start: number, end: number): (value: number) => number {
  return (value) => Math.round((start + ((value - from) / (to - from)) * (end - start)) * 10) / 10;
}

function textOf({ text }: Axis, value: number): string {
  return text ? text(value) : `${Number((100 * value).toFixed(1))} %`;
}

function columnLine(x: number, text: string): string {
  const bottom = size.height - size.bottom;
  return `<line class="grid" x1="${x}" y1="${size.top}" x2="${x}" y2="${bottom}"/><text x="${x}" y="${bottom + 14}" text-anchor="middle">${text}</text>`;
}

function rowLine(y: number, text: string): string {
  return `<line class="grid" x1="${size.left}" y1="${y}" x2="${size.width - size.right}" y2="${y}"/><text x="${size.left - 5}" y="${y + 3.5}" text-anchor="end">${text}</text>`;
}

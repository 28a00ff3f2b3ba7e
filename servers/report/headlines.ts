import { valueText } from "../charts/value-text.ts";
import { text } from "./markup.ts";
import type { Headline } from "./report-input.ts";

/** The figures at the head of the report, each with how it moved. */
export function headlineTiles(headlines: readonly Headline[]): string {
  if (headlines.length === 0) return "";
  return `<dl class="tiles">${headlines.map(tile).join("\n")}</dl>`;
}

function tile({ title, value, unit, change }: Headline): string {
  return `<div><dt>${text(title)}</dt><dd>${text(valueText(value, unit))}${change ? moved(change) : ""}</dd></div>`;
}

function moved({ effect, isGood, against }: NonNullable<Headline["change"]>): string {
  const way = Math.abs(effect) < 0.005 ? "none" : effect > 0 ? "up" : "down";
  const arrow = { up: "▲", down: "▼", none: "=" }[way];
  const tone = way === "none" || isGood === null ? "" : isGood ? " good" : " bad";
  const words =
    way === "none"
      ? `as ${against.replace(/^than /, "")}`
      : `${valueText(Math.abs(effect), "share")} ${way === "up" ? "more" : "less"} ${against}`;
  return `<small class="moved${tone}"><span aria-hidden="true">${arrow}</span> ${text(words)}</small>`;
}

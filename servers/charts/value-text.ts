/** What a value counts; "share" is a part of 1 and shown in percent, any other word is shown as it is. */
export type Unit = "share" | "hours" | "days" | "points" | (string & {});

/** A value as a chart's labels say it: "34 %", "3.2 h", "1,234"; "–" where there is none. */
export function valueText(value: number | null, unit: Unit): string {
  if (value === null || !Number.isFinite(value)) return "–";
  if (unit === "share") return `${decimal(100 * value)} %`;
  if (unit === "hours") return Math.abs(value) >= 72 ? `${decimal(value / 24)} days` : `${decimal(value)} h`;
  if (unit === "days") return `${decimal(value)} ${Math.abs(value) === 1 ? "day" : "days"}`;
  if (unit === "points") return `${value < 0 ? "−" : "+"}${decimal(Math.abs(value))}`;
  return decimal(value);
}

/** The same beside an axis that names the unit itself. */
export function tickText(value: number, unit: Unit): string {
  return unit === "share" ? `${Number((100 * value).toFixed(2))} %` : decimal(value);
}

/** The words for an axis: "share (%)", "hours", "leads per week". */
export function unitText(unit: Unit): string {
  return unit === "share" ? "percent" : unit;
}

/** Three digits that tell: 1,234; 34.2; 3.2; 0.04. */
function decimal(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e7) return value.toLocaleString("en-US", { notation: "compact", maximumFractionDigits: 1 });
  const digits = size >= 100 ? 0 : size >= 1 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

const hour = 3_600_000;

/** A length of time as people say it: "40 minutes", "31 hours", "4.5 days", "12 days". */
export function spanText(milliseconds: number): string {
  const hours = Math.abs(milliseconds) / hour;
  if (hours < 1) return counted(Math.round(hours * 60), "minute");
  if (hours < 48) return counted(Math.round(hours), "hour");
  const days = hours / 24;
  return days < 10 ? `${days.toFixed(1).replace(/\.0$/, "")} days` : counted(Math.round(days), "day");
}

/** "1 day", "2 days". */
export function counted(n: number, unit: string): string {
  return `${n.toLocaleString("en-US")} ${unit}${n === 1 ? "" : "s"}`;
}

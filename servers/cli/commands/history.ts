import type { Rapport } from "../../compose/compose.ts";
import { toMoment } from "../moment-option.ts";
import { firstFound } from "../one-contact.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface HistoryOptions {
  workspace?: string;
  json?: boolean;
  since?: string;
}

type Trace = Awaited<ReturnType<Rapport["operations"]["traceContact"]>>;

/** `rapport history <contact>`: its stored scores, and why the score moved. */
export async function history(contact: string, options: HistoryOptions): Promise<void> {
  const since = options.since ? toMoment(options.since, "--since") : undefined;
  await withRapport(async ({ principal, operations }) => {
    const who = await principal(options.workspace)();
    const trace = await firstFound(contact, ({ contact_id: id, ...by }) =>
      operations.traceContact(who, { reference: { id, ...by }, since }),
    );
    print(trace, options, () => toText(trace));
  });
}

function toText({ contact, history: scores, since, change }: Trace): string {
  const lines = [`${contact.name} (${contact.externalId ?? contact.id})`];
  if (scores.length === 0)
    lines.push("No score is stored yet: one is whenever leads are listed, and after each rapport train.");
  for (const score of scores) lines.push(scoreLine(score));
  if (since && change) lines.push("", ...changeLines(since, change));
  return lines.join("\n");
}

function scoreLine({
  scoredAt,
  probability,
  low,
  high,
  band,
  modelId,
  modelVersion,
}: Trace["history"][number]): string {
  const percent = (share: number, width: number) => (100 * share).toFixed(0).padStart(width);
  const when = scoredAt.toISOString().slice(0, 16).replace("T", " ");
  const gone = modelId === null ? "prior" : "a model that is gone";
  const model = modelVersion === null ? gone : `model ${modelVersion}`;
  return `  ${when}  ${percent(probability, 3)}  ${bar(probability)}  ${band}  ${percent(low, 3)} to ${percent(high, 3)}  ${model}`;
}

/** Ten places for 0 to 100, in eighths. */
function bar(share: number): string {
  const eighths = Math.round(80 * share);
  const part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8] ?? "";
  return `${"█".repeat(eighths >> 3)}${part}`.padEnd(10, "·");
}

function changeLines(since: Date, change: NonNullable<Trace["change"]>): string[] {
  const { fromScore, toScore, points, reasons, wasKnown } = change;
  const when = since.toISOString().slice(0, 16).replace("T", " ");
  return [
    `Since ${when} from ${fromScore.toFixed(1)} to ${toScore.toFixed(1)}, ${signed(points)} points:`,
    ...reasons.map((r) => `  ${signed(r.points).padStart(6)}  ${r.factor}: ${fromTo(r)}`),
    ...(reasons.length === 0 ? ["  nothing that counts has changed"] : []),
    ...(wasKnown ? [] : ["Nothing was known of the lead then."]),
  ];
}

function fromTo({ from, to }: { from: string; to: string }): string {
  if (from === "") return to;
  return from === to ? from : `${from} → ${to}`;
}

function signed(points: number): string {
  return `${points >= 0 ? "+" : "-"}${Math.abs(points).toFixed(1)}`;
}

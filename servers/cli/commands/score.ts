import { AppError } from "#core/errors.ts";
import { toMoment } from "../moment-option.ts";
import { type OneContactOptions, onOneContact } from "../one-contact.ts";
import { count, writeOut } from "../output.ts";
import { startProgress } from "../progress.ts";
import { withRapport } from "../with-rapport.ts";

interface ScoreOptions extends OneContactOptions {
  all?: boolean;
  format: "csv" | "json" | "jsonl";
}

/** `rapport score`: one contact as the MCP tool answers, or every contact as a table. */
export async function score(contact: string | undefined, options: ScoreOptions): Promise<void> {
  if (options.all) return scoreAll(options);
  if (!contact)
    throw new AppError("VALIDATION_FAILED", "Say which contact to score, or --all for every one.");
  await onOneContact(({ scoreLead }) => scoreLead, contact, options);
}

const columns = ["id", "score", "probability", "low", "high", "band", "confidence", "engine"] as const;
type Row = Record<(typeof columns)[number], string | number>;

async function scoreAll(options: ScoreOptions): Promise<void> {
  const format = options.json ? "json" : options.format;
  const asOf = options.asOf ? toMoment(options.asOf) : undefined;
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const progress = startProgress("Scoring");
    let rows = 0;
    await writeOut(format === "csv" ? `${columns.join(",")}\n` : format === "json" ? "[" : "");
    try {
      await rapport.operations.scoreAll(principal, {
        asOf,
        signal,
        onPage: async (leads) => {
          const lines = leads.map(({ id, score: s, engine }) =>
            toLine(
              {
                id,
                score: s.score,
                probability: s.probability,
                low: s.low,
                high: s.high,
                band: s.band,
                confidence: s.confidence,
                engine,
              },
              format,
            ),
          );
          await writeOut(
            format === "json" ? `${rows > 0 ? "," : ""}\n${lines.join(",\n")}` : `${lines.join("\n")}\n`,
          );
          rows += leads.length;
          progress.update(`Scored ${count(rows)} contacts`);
        },
      });
    } finally {
      progress.stop();
    }
    if (format === "json") await writeOut("\n]\n");
  });
}

function toLine(row: Row, format: ScoreOptions["format"]): string {
  return format === "csv" ? columns.map((column) => csvCell(row[column])).join(",") : JSON.stringify(row);
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

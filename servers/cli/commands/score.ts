import { once } from "node:events";
import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import { count, print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { withRapport } from "../with-rapport.ts";

interface ScoreOptions {
  all?: boolean;
  format: "csv" | "json" | "jsonl";
  asOf?: string;
  workspace?: string;
  json?: boolean;
}

/** `rapport score`: one contact as the MCP tool answers, or every contact as a table. */
export async function score(contact: string | undefined, options: ScoreOptions): Promise<void> {
  if (options.all) return scoreAll(options);
  if (!contact)
    throw new AppError("VALIDATION_FAILED", "Say which contact to score, or --all for every one.");
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { scoreLead } = rapport.tools;
    const input = parseInput(scoreLead, { ...toReference(contact), as_of: options.asOf });
    const output = await scoreLead.run({ principal, signal }, input);
    print(output, options, () => scoreLead.toText(output));
  });
}

/** A contact named on the command line: an email has an @, a name has a space, anything else is an id. */
export function toReference(contact: string): { email: string } | { name: string } | { contact_id: string } {
  if (contact.includes("@")) return { email: contact };
  if (/\S\s+\S/.test(contact)) return { name: contact };
  return { contact_id: contact };
}

const columns = ["id", "score", "probability", "low", "high", "band", "confidence", "engine"] as const;
type Row = Record<(typeof columns)[number], string | number>;

async function scoreAll(options: ScoreOptions): Promise<void> {
  const format = options.json ? "json" : options.format;
  const asOf = options.asOf ? toDate(options.asOf) : undefined;
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const progress = startProgress("Scoring");
    let rows = 0;
    await write(format === "csv" ? `${columns.join(",")}\n` : format === "json" ? "[" : "");
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
          await write(
            format === "json" ? `${rows > 0 ? "," : ""}\n${lines.join(",\n")}` : `${lines.join("\n")}\n`,
          );
          rows += leads.length;
          progress.update(`Scored ${count(rows)} contacts`);
        },
      });
    } finally {
      progress.stop();
    }
    if (format === "json") await write("\n]\n");
  });
}

function toDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new AppError(
      "VALIDATION_FAILED",
      `--as-of ${text} is not a date and time. Write it as 2026-01-31T09:30:00Z.`,
    );
  }
  if (date > new Date()) {
    throw new AppError(
      "VALIDATION_FAILED",
      `--as-of ${text} lies in the future. Leave it out to score as of now.`,
    );
  }
  return date;
}

function toLine(row: Row, format: ScoreOptions["format"]): string {
  return format === "csv" ? columns.map((column) => csvCell(row[column])).join(",") : JSON.stringify(row);
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Waits where the reader is slower than we are, so that memory does not grow with the table. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

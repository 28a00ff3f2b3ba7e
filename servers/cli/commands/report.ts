import { writeFile } from "node:fs/promises";
import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import { reportHtml } from "../../report/report-html.ts";
import { toReportInput } from "../../report/to-report-input.ts";
import { print, writeOut } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

export interface ReportOptions {
  html: string;
  period?: { from: string; to: string };
  segment?: string;
  timeZone?: string;
  limit: number;
  workspace?: string;
  json?: boolean;
}

/** A reader of a page wants the first of each list; the tool pages on. */
const opportunitiesShown = 40;

/** `rapport report --html <file>`: insights, opportunities and the pipeline as one page; of a segment, its insights alone. */
export async function report(options: ReportOptions): Promise<void> {
  const { html: file, period, segment, timeZone, limit } = options;
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { generateInsights, listOpportunities, listTopics } = rapport.tools;
    const context = { principal, signal };
    const asked = parseInput(generateInsights, {
      time_period: period,
      customer_segment: segment,
      time_zone: timeZone,
      limit,
    });
    const ofEverybody = async ({ from, to, time_zone }: { from: string; to: string; time_zone: string }) => ({
      opportunities: await listOpportunities.run(
        context,
        parseInput(listOpportunities, { limit: opportunitiesShown }),
      ),
      topics: await listTopics.run(context, parseInput(listTopics, { from, to, time_zone })),
      funnel: await rapport.operations.journeyFunnel(principal, new Date()),
    });
    const insights = await generateInsights.run(context, asked);
    const everybody = insights.period.segment === null ? await ofEverybody(insights.period) : null;
    const page = reportHtml(toReportInput({ workspace: principal.tenant.name, insights, everybody }));
    if (file === "-") return writeOut(`${page}\n`);
    await write(file, page);
    const written = {
      file,
      insights: insights.insights.length,
      opportunities: everybody?.opportunities.opportunities.length ?? 0,
      replay: insights.replay,
    };
    print(
      written,
      options,
      () =>
        `Wrote ${file}: ${written.insights} insights, ${written.opportunities} opportunities. Open it in any browser.`,
    );
  });
}

async function write(file: string, page: string): Promise<void> {
  try {
    await writeFile(file, page);
  } catch (cause) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${file} cannot be written (${cause instanceof Error && "code" in cause ? cause.code : "unknown"}). Give --html a file in a folder that exists.`,
      { cause },
    );
  }
}

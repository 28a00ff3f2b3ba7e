import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import type { Rapport } from "../../compose/compose.ts";
import type { AnyTool } from "../../mcp/server-definition.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

/** `rapport threads`: what find_threads answers. */
export async function threads({
  withinDays,
  limit,
  ...options
}: Shared & { withinDays: number; limit: number }): Promise<void> {
  await runTool(({ findThreads }) => findThreads, { within_days: withinDays, limit }, options);
}

/** `rapport drafts`: what list_drafts answers. */
export async function drafts({
  statuses,
  limit,
  ...options
}: Shared & { statuses?: string[]; limit: number }): Promise<void> {
  await runTool(({ listDrafts }) => listDrafts, { statuses, limit }, options);
}

interface ReviewOptions extends Shared {
  approve?: boolean;
  edit?: string;
  reject?: string;
}

/** `rapport review`: what review_draft answers. */
export async function review(
  handle: string,
  { approve, edit, reject, ...options }: ReviewOptions,
): Promise<void> {
  const given = [approve, edit, reject].filter((each) => each !== undefined);
  if (given.length !== 1) {
    throw new AppError(
      "VALIDATION_FAILED",
      "Say what you decide, one of: --approve, --edit <file>, --reject <reason>.",
    );
  }
  const decision = approve
    ? { decision: "approve" }
    : edit === undefined
      ? { decision: "reject", reason: reject }
      : { decision: "edit", text: await readReply(edit) };
  await runTool(({ reviewDraft }) => reviewDraft, { handle, ...decision }, options);
}

async function readReply(file: string): Promise<string> {
  try {
    return file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError(
      "NOT_FOUND",
      `The file ${file} cannot be read. Name a text file, or - for standard input.`,
      { cause },
    );
  }
}

async function runTool(
  choose: (tools: Rapport["tools"]) => AnyTool,
  input: object,
  options: Shared,
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const tool = choose(rapport.tools);
    const output = await tool.run({ principal, signal }, parseInput(tool, input));
    print(output, options, () => tool.toText(output));
  });
}

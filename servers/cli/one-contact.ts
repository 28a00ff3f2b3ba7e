import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import type { Rapport } from "../compose/compose.ts";
import type { AnyTool } from "../mcp/server-definition.ts";
import { toMoment } from "./moment-option.ts";
import { print } from "./output.ts";
import { withRapport } from "./with-rapport.ts";

export interface OneContactOptions {
  workspace?: string;
  json?: boolean;
  asOf?: string;
}

/** Runs a tool about one contact, named by id, email or name, and prints what the tool answers. */
export async function onOneContact(
  choose: (tools: Rapport["tools"]) => AnyTool,
  contact: string,
  options: OneContactOptions,
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const tool = choose(rapport.tools);
    const as_of = options.asOf && toMoment(options.asOf).toISOString();
    const output = await firstFound(contact, (reference) =>
      tool.run({ principal, signal }, parseInput(tool, { ...reference, as_of })),
    );
    print(output, options, () => tool.toText(output));
  });
}

interface Reference {
  contact_id?: string;
  email?: string;
  name?: string;
}

/** Ids may look like anything, so they are tried first. */
function references(contact: string): Reference[] {
  const email = contact.includes("@") ? [{ email: contact }] : [];
  return [{ contact_id: contact }, ...email, { name: contact }];
}

/** Runs something for a contact named by id, email or name. @throws AppError NOT_FOUND when nobody is called that */
export async function firstFound<T>(contact: string, run: (reference: Reference) => Promise<T>): Promise<T> {
  for (const candidate of references(contact)) {
    try {
      return await run(candidate);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
    }
  }
  throw new AppError(
    "NOT_FOUND",
    `No contact has the id, email or name ${JSON.stringify(contact.slice(0, 60))} in this workspace. Its ids are those of the first column of: npm run -s rapport -- score --all`,
  );
}

import { createInterface } from "node:readline/promises";
import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import { firstFound } from "../one-contact.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

/** `rapport contacts export`. */
export async function exportPerson(contact: string, options: Shared): Promise<void> {
  await withRapport(async ({ api, operations, ...rapport }, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { exportPerson: tool } = api.tools;
    const id = await firstFound(contact, ({ contact_id, ...by }) =>
      operations.contactId(principal, { ...by, ...(contact_id === undefined ? {} : { id: contact_id }) }),
    );
    print(await tool.run({ principal, signal }, parseInput(tool, { id })), { json: true }, () => "");
  });
}

/** `rapport contacts erase`. Vectors outside the database go at once, if they can be reached. */
export async function eraseContact(
  id: string,
  { yes, ...options }: Shared & { yes?: boolean },
): Promise<void> {
  await withRapport(async ({ api, operations, ...rapport }, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { eraseContact: tool } = api.tools;
    // Before it is asked about: only an id that is there.
    const found = await operations.contactId(principal, { id });
    if (!yes) await askForId(id);
    const receipt = await tool.run({ principal, signal }, parseInput(tool, { id: found }));
    await operations.index(principal, { atMost: 1, signal });
    print(receipt, options, () => tool.toText(receipt));
  });
}

/** @throws AppError VALIDATION_FAILED for another id, or where nobody can be asked. */
async function askForId(id: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new AppError("VALIDATION_FAILED", "Nobody can be asked here. Give --yes to erase without asking.");
  }
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await questions.question(
      `All that is known of ${id} will be gone, and cannot be restored. Write the id to erase it: `,
    );
    if (answer.trim() === id) return;
    throw new AppError("VALIDATION_FAILED", `That is not ${id}. Nothing was erased.`);
  } finally {
    questions.close();
  }
}

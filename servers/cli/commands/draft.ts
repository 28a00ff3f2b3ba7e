import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import { firstFound } from "../one-contact.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface DraftOptions {
  workspace?: string;
  json?: boolean;
  conversation?: string;
  message?: string;
  instructions?: string;
}

/** `rapport draft [contact]`: the same answer as the MCP tool draft_response. */
export async function draft(contact: string | undefined, options: DraftOptions): Promise<void> {
  const { conversation: conversation_id, message: message_id, instructions } = options;
  if (contact === undefined && conversation_id === undefined && message_id === undefined) {
    throw new AppError(
      "VALIDATION_FAILED",
      "Say whom to answer: name a contact, a --conversation or a --message. rapport threads lists who waits.",
    );
  }
  await withRapport(async (rapport, signal) => {
    // While the database is opened.
    rapport.getReady.draft_response().catch(() => {});
    const principal = await rapport.principal(options.workspace)();
    const { draftResponse: tool, getContact } = rapport.tools;
    // Found first, so that "nothing waits" is not told as "nobody is called that".
    const whoIs = (name: string) =>
      firstFound(name, async (reference) => {
        const input = parseInput(getContact, { ...reference, interactions: 0 });
        const { contact_id } = await getContact.run({ principal, signal }, input);
        return { contact_id };
      });
    const run = (reference: object) =>
      tool.run(
        { principal, signal },
        parseInput(tool, { ...reference, conversation_id, message_id, instructions }),
      );
    const output = await run(contact === undefined ? {} : await whoIs(contact));
    const decide = `To decide: rapport review ${output.handle} ${output.hand_over ? "" : "--approve, "}--edit <file> or --reject <reason>`;
    print(output, options, () =>
      output.status === "approved" ? tool.toText(output) : `${tool.toText(output)}\n${decide}`,
    );
  });
}

import { parseInput } from "#tools/parse-input.ts";
import { count, print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withTools } from "./webhooks.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

const mostAtOnce = 10_000;

/** `rapport webhooks sources`. */
export async function listSources(options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const found = await tools.listWebhookSources.run(context, {});
    print(found, options, () =>
      found.sources.length === 0
        ? "No sources yet. Make one with `rapport webhooks add-source <name>`."
        : textTable(
            ["id", "name", "path", "state"],
            found.sources.map(({ id, name, path, disabledAt }) => [
              id,
              name,
              path,
              disabledAt ? "disabled" : "enabled",
            ]),
            4,
          ).join("\n"),
    );
  });
}

/** `rapport webhooks add-source`: the one time that the secret is shown. */
export async function addSource(name: string, options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { createWebhookSource: tool } = tools;
    const made = await tool.run(context, parseInput(tool, { name }));
    print(made, options, () =>
      [
        made.secret,
        "",
        `This is the only time that the secret of ${made.name} is shown. Messages signed with it (Standard Webhooks) are taken at POST ${made.path}.`,
      ].join("\n"),
    );
  });
}

/** `rapport webhooks remove-source`. */
export async function removeSource(source: string, options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { deleteWebhookSource: tool } = tools;
    const gone = await tool.run(context, parseInput(tool, { id: source }));
    print(gone, options, () => `Removed ${gone.id} with its messages; what they made stays.`);
  });
}

/** `rapport webhooks messages`. */
export async function listMessages({
  failed = false,
  limit,
  ...options
}: Shared & { failed?: boolean; limit: number }): Promise<void> {
  await withTools(options, async (_tools, { principal }, { operations }) => {
    const found = await operations.listWebhookMessages(principal, { failed, limit });
    print(found, options, () =>
      textTable(
        ["id", "source", "type", "received", "state"],
        found.map(({ id, source, type, receivedAt, processedAt, error }) => [
          id,
          source,
          type ?? "",
          receivedAt.toISOString().slice(0, 19),
          error ? `failed: ${error}` : processedAt ? "done" : "waiting",
        ]),
        5,
      ).join("\n"),
    );
  });
}

/** `rapport webhooks process`. */
export async function processMessages(message: string | undefined, options: Shared): Promise<void> {
  await withTools(options, async (_tools, { principal, signal }, { operations }) => {
    const list = () => operations.listWebhookMessages(principal, { failed: true, limit: mostAtOnce });
    const ids = message ? [message] : (await list()).map(({ id }) => id);
    for (const id of ids.toReversed()) {
      signal.throwIfAborted();
      await operations.processMessage(principal, id);
    }
    const failed = (await list()).filter(({ id }) => ids.includes(id));
    print({ processed: ids.length, failed }, options, () =>
      [
        `${count(ids.length - failed.length)} of ${count(ids.length)} messages were carried out.`,
        ...failed.map(({ id, error }) => `${id}: ${error}`),
      ].join("\n"),
    );
  });
}

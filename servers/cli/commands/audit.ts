import { print } from "../output.ts";
import { toSince } from "../since-option.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Options {
  since?: string;
  actor?: string;
  limit: number;
  workspace?: string;
  json?: boolean;
}

/** `rapport audit`: who wrote, sent or was refused what, newest first. */
export async function audit(options: Options): Promise<void> {
  const since = toSince(options.since);
  await withRapport(async ({ operations, principal }) => {
    const { actor, limit } = options;
    const entries = await operations.readAudit(await principal(options.workspace)(), { since, actor, limit });
    const rows = entries.map((entry) => [
      entry.at.toISOString(),
      `${entry.actor} (${entry.actorKind})`,
      entry.action,
      entry.target ?? "",
      entry.outcome,
      entry.fromAddress ?? "",
    ]);
    print(entries, options, () =>
      rows.length === 0
        ? "Nothing was written, sent or refused since then."
        : textTable(["when", "who", "what", "to what", "outcome", "from"], rows, 6).join("\n"),
    );
  });
}

import { writeOut } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface Options {
  since?: string;
  types?: string[];
  workspace?: string;
}

const pageSize = 500;

/** `rapport export`: JSON lines on stdout, and at the end, on stderr, the cursor to go on with. */
export async function exportRecords({ since, types, workspace }: Options): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(workspace)();
    const { exportRecords: tool } = rapport.api.tools;
    let cursor = since;
    let hasMore = true;
    try {
      while (hasMore && !signal.aborted) {
        const asked = { types, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
        const page = await tool.run({ principal, signal }, tool.input.parse(asked));
        for (const record of page.records) await writeOut(`${JSON.stringify(record)}\n`);
        cursor = page.nextCursor;
        hasMore = page.hasMore;
      }
    } finally {
      // Also of an export that broke off: what was written is not asked for again.
      if (cursor !== undefined) process.stderr.write(`Next: rapport export --since ${cursor}\n`);
    }
  });
}

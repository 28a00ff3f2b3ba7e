import { count, print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

/** `rapport retention run`. */
export async function runRetention({
  dryRun: isDryRun = false,
  ...options
}: Shared & { dryRun?: boolean }): Promise<void> {
  await withRapport(async ({ operations, principal }, signal) => {
    const told = await operations.runRetention(await principal(options.workspace)(), { isDryRun, signal });
    print(told, options, () =>
      [
        ...textTable(
          ["what", "days", isDryRun ? "would go" : "went"],
          told.map(({ name, days, rows }) => [name, days === null ? "for ever" : `${days}`, count(rows)]),
          1,
        ),
        ...(isDryRun ? ["Nothing was changed."] : []),
      ].join("\n"),
    );
  });
}

/** `rapport retention set`. */
export async function setRetention({
  customerData,
  ...options
}: Shared & { customerData: number | "off" }): Promise<void> {
  await withRapport(async ({ operations, principal }) => {
    const days = customerData === "off" ? undefined : customerData;
    await operations.changeLimits(await principal(options.workspace)(), { customer_data_days: days });
    print({ customerDataDays: days ?? null }, options, () =>
      days === undefined
        ? "Records of customers are kept for ever."
        : `Records of customers are let go ${days} days after the last activity. See what that is: rapport retention run --dry-run`,
    );
  });
}

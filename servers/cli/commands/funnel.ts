import { funnelText } from "../funnel-text.ts";
import { toMoment } from "../moment-option.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface FunnelOptions {
  asOf?: string;
  workspace?: string;
  json?: boolean;
}

/** `rapport funnel`: stages and conversion, time to won, transitions, removal effects, cohorts. */
export async function funnel(options: FunnelOptions): Promise<void> {
  const asOf = options.asOf === undefined ? new Date() : toMoment(options.asOf);
  await withRapport(async ({ principal, operations }) => {
    const found = await operations.journeyFunnel(await principal(options.workspace)(), asOf);
    print({ asOf, ...found }, options, () => funnelText(found, asOf));
  });
}

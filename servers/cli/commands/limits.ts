import { columns, count, print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface Options {
  requests?: number;
  requestsUser?: number;
  requestsKey?: number;
  tokens?: number;
  usd?: number;
  workspace?: string;
  json?: boolean;
}

/** `rapport limits show`. */
export async function showLimits(options: Options): Promise<void> {
  await withRapport(async ({ operations, principal }) => {
    const { limits, today } = await operations.limits(await principal(options.workspace)());
    print({ limits, today }, options, () =>
      columns([
        ["requests a minute", count(limits.requests_per_minute)],
        ["of one user", count(limits.requests_per_minute_user)],
        ["of one API key", count(limits.requests_per_minute_key)],
        ["model tokens a day", `${count(limits.model_tokens_per_day)} (${count(today.tokens)} used)`],
        [
          "model dollars a day",
          `$${limits.model_usd_per_day} ($${(today.costMicroUsd / 1e6).toFixed(4)} used)`,
        ],
      ]),
    );
  });
}

/** `rapport limits set`: changes what is given, then shows all. */
export async function setLimits(options: Options): Promise<void> {
  const change = {
    requests_per_minute: options.requests,
    requests_per_minute_user: options.requestsUser,
    requests_per_minute_key: options.requestsKey,
    model_tokens_per_day: options.tokens,
    model_usd_per_day: options.usd,
  };
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await withRapport(async ({ operations, principal }) => {
    await operations.changeLimits(await principal(options.workspace)(), given);
  });
  await showLimits(options);
}

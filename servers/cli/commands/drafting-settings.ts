import { readFile } from "node:fs/promises";
import { AppError } from "#core/errors.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface Options {
  from?: string;
  linkDomains?: string[];
  sharePastReplies?: "on" | "off";
  autoDraft?: "on" | "off";
  policy?: string;
  name?: string;
  maxLength?: number;
  automatic?: "on" | "off";
  delayHours?: number;
  workspace?: string;
  json?: boolean;
}

/** `rapport drafting-settings`: changes what is given, then prints all, as JSON either way. */
export async function draftingSettings(options: Options): Promise<void> {
  const change = { workspace: await workspaceChange(options), user: userChange(options) };
  await withRapport(async ({ operations, principal: who }) => {
    const principal = await who(options.workspace)();
    const given = Object.fromEntries(
      Object.entries(change).filter(([, part]) => Object.keys(part).length > 0),
    );
    const settings =
      Object.keys(given).length === 0
        ? await operations.draftingSettings(principal)
        : await operations.changeDraftingSettings(principal, given);
    print(settings, options, () => JSON.stringify(settings, null, 2));
  });
}

async function workspaceChange({
  from,
  linkDomains,
  sharePastReplies,
  autoDraft,
  policy,
}: Options): Promise<Record<string, unknown>> {
  return {
    ...(from === undefined ? {} : { from_address: from === "" ? null : from }),
    ...(linkDomains === undefined ? {} : { allowed_link_domains: linkDomains }),
    ...(sharePastReplies === undefined ? {} : { share_past_replies: sharePastReplies === "on" }),
    ...(autoDraft === undefined ? {} : { auto_draft: autoDraft === "on" }),
    ...(policy === undefined ? {} : { automatic_sending: await policyOf(policy) }),
  };
}

function userChange({ name, maxLength, automatic, delayHours }: Options): Record<string, unknown> {
  return {
    ...(name === undefined ? {} : { name: name === "" ? null : name }),
    ...(maxLength === undefined ? {} : { max_response_length: maxLength }),
    ...(automatic === undefined ? {} : { auto_response_enabled: automatic === "on" }),
    ...(delayHours === undefined ? {} : { response_delay_hours: delayHours }),
  };
}

async function policyOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${file} is no JSON file that can be read. docs/drafting.md shows a policy.`,
      { cause },
    );
  }
}

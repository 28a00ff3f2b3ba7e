import type { Principal } from "#core/principal.ts";
import { parseInput } from "#tools/parse-input.ts";
import type { Rapport } from "../../compose/compose.ts";
import { print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

type Tools = Rapport["api"]["tools"];
interface Call {
  principal: Principal;
  signal: AbortSignal;
}

/** `rapport webhooks list`. */
export async function listEndpoints(options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const found = await tools.listWebhookEndpoints.run(context, {});
    print(found, options, () =>
      found.endpoints.length === 0
        ? "No endpoints yet. Make one with `rapport webhooks add https://…`."
        : textTable(
            ["id", "url", "events", "state"],
            found.endpoints.map(({ id, url, eventTypes, disabledAt, disabledReason }) => [
              id,
              url,
              eventTypes.join(" ") || "all",
              disabledAt ? `disabled: ${disabledReason}` : "enabled",
            ]),
            4,
          ).join("\n"),
    );
  });
}

/** `rapport webhooks add`: the one time that the secret is shown. */
export async function addEndpoint(
  url: string,
  { events = [], ...options }: Shared & { events?: string[] },
): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { createWebhookEndpoint: tool } = tools;
    const made = await tool.run(context, parseInput(tool, { url, eventTypes: events }));
    print(made, options, () =>
      [
        made.secret,
        "",
        `This is the only time that the secret of ${made.url} is shown: its messages are signed with it (Standard Webhooks).`,
        `Try it: rapport webhooks test ${made.id}`,
      ].join("\n"),
    );
  });
}

/** `rapport webhooks remove`. */
export async function removeEndpoint(endpoint: string, options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { deleteWebhookEndpoint: tool } = tools;
    const gone = await tool.run(context, parseInput(tool, { id: endpoint }));
    print(gone, options, () => `Removed ${gone.id}.`);
  });
}

/** `rapport webhooks enable`. */
export async function enableEndpoint(endpoint: string, options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { updateWebhookEndpoint: tool } = tools;
    const changed = await tool.run(context, parseInput(tool, { id: endpoint, disabled: false }));
    print(changed, options, () => `Events are sent to ${changed.url} again.`);
  });
}

/** `rapport webhooks test`. */
export async function testEndpoint(endpoint: string, options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { testWebhookEndpoint: tool } = tools;
    const sent = await tool.run(context, parseInput(tool, { endpointId: endpoint }));
    print(sent, options, () => toldOf(sent));
  });
}

/** `rapport webhooks deliveries`. */
export async function listDeliveries(
  endpoint: string,
  { status, limit, ...options }: Shared & { status?: string; limit: number },
): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { listWebhookDeliveries: tool } = tools;
    const found = await tool.run(context, parseInput(tool, { endpointId: endpoint, status, limit }));
    print(found, options, () =>
      textTable(
        ["id", "type", "made", "tries", "state"],
        found.deliveries.map(({ id, type, createdAt, attempts, ...rest }) => [
          id,
          type,
          createdAt.slice(0, 19),
          String(attempts),
          toldOf(rest),
        ]),
        5,
      ).join("\n"),
    );
  });
}

/** `rapport webhooks retry`. */
export async function retryDelivery(endpoint: string, delivery: string, options: Shared): Promise<void> {
  await withTools(options, async (tools, context) => {
    const { retryWebhookDelivery: tool } = tools;
    const sent = await tool.run(context, parseInput(tool, { endpointId: endpoint, deliveryId: delivery }));
    print(sent, options, () => toldOf(sent));
  });
}

/** Runs work with the tools and on whose behalf. */
export async function withTools(
  options: Shared,
  work: (tools: Tools, context: Call, rapport: Rapport) => Promise<void>,
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    await work(rapport.api.tools, { principal, signal }, rapport);
  });
}

function toldOf({ status, lastError }: { status: string; lastError: string | null }): string {
  return lastError === null ? status : `${status}: ${lastError}`;
}

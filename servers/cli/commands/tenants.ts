import { createInterface } from "node:readline/promises";
import { AppError } from "#core/errors.ts";
import type { Rapport } from "../../compose/compose.ts";
import { count, print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { toSince } from "../since-option.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  json?: boolean;
}

type Tenant = Awaited<ReturnType<Rapport["operations"]["getTenant"]>>;

/** `rapport tenants list`. */
export async function listTenants(options: Shared): Promise<void> {
  await withRapport(async ({ operations }) => {
    const tenants = await operations.listTenants();
    print(tenants, options, () =>
      tenants.length === 0
        ? "No workspaces yet. Make one with `rapport tenants create <name>`."
        : textTable(
            ["name", "id", "since", "state"],
            tenants.map((tenant) => [tenant.name, tenant.id, dayOf(tenant.createdAt), stateOf(tenant)]),
            4,
          ).join("\n"),
    );
  });
}

/** `rapport tenants create`. */
export async function createTenant(
  name: string,
  { sandbox, ...options }: Shared & { sandbox?: boolean },
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const made = await rapport.operations.createTenant(name, { isSandbox: sandbox === true });
    if (sandbox) await fill(rapport, made, signal);
    print(made, options, () =>
      sandbox
        ? `Made the sandbox ${name}, filled with sample data. Nothing is sent from it. Next: rapport train --workspace ${name}`
        : `Made the workspace ${name}. Next: rapport import contacts <file> --workspace ${name}, or rapport keys create <key> --role ADMIN --workspace ${name}`,
    );
  });
}

/** `rapport tenants suspend`. */
export async function suspendTenant(name: string, options: Shared): Promise<void> {
  await withRapport(async ({ operations }) => {
    const tenant = await operations.suspendTenant(name);
    print(
      tenant,
      options,
      () =>
        `Suspended ${name}: running servers refuse everybody within 30 seconds, and its jobs rest. Resume it with: rapport tenants resume ${name}`,
    );
  });
}

/** `rapport tenants resume`. */
export async function resumeTenant(name: string, options: Shared): Promise<void> {
  await withRapport(async ({ operations }) => {
    print(await operations.resumeTenant(name), options, () => `Resumed ${name}.`);
  });
}

/** `rapport tenants delete`. */
export async function deleteTenant(
  name: string,
  { yes, ...options }: Shared & { yes?: boolean },
): Promise<void> {
  await withRapport(async ({ operations }) => {
    await operations.getTenant(name);
    if (!yes) await askForName(name);
    const rows = await withCount(`Deleting ${name}`, (onRows) => operations.deleteTenant(name, { onRows }));
    print({ name, rows }, options, () => `Deleted ${name} and its ${count(rows)} rows.`);
  });
}

/** `rapport tenants reset`. */
export async function resetTenant(name: string, options: Shared): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const rows = await withCount(`Emptying ${name}`, (onRows) =>
      rapport.operations.resetSandbox(name, { onRows }),
    );
    await fill(rapport, await rapport.operations.getTenant(name), signal);
    print(
      { name, rows },
      options,
      () =>
        `Emptied ${name} of ${count(rows)} rows and filled it with the sample data again. Its keys, users and limits stay.`,
    );
  });
}

/** `rapport tenants usage`. */
export async function tenantsUsage(options: Shared & { since?: string }): Promise<void> {
  const since = toSince(options.since);
  await withRapport(async ({ operations }) => {
    const used = await operations.tenantUsage(since);
    const rowsOf = (name: string) => (tenant: (typeof used)[number]) => count(tenant.rows[name] ?? 0);
    print({ since, tenants: used }, options, () =>
      [
        ...textTable(
          [
            "workspace",
            "contacts",
            "interactions",
            "passages",
            "all rows",
            "operations",
            "model calls",
            "tokens",
            "cost",
          ],
          used.map((tenant) => [
            tenant.name,
            rowsOf("contacts")(tenant),
            rowsOf("interactions")(tenant),
            rowsOf("passages")(tenant),
            count(Object.values(tenant.rows).reduce((sum, rows) => sum + rows, 0)),
            count(tenant.operations),
            count(tenant.modelCalls),
            count(tenant.tokens),
            `$${(tenant.costMicroUsd / 1e6).toFixed(2)}`,
          ]),
        ),
        `Operations (what wrote, sent or was refused) and model use since ${since.toISOString()}, by the price table; --json has the rows of each table.`,
      ].join("\n"),
    );
  });
}

async function fill({ operations, config }: Rapport, tenant: Tenant, signal: AbortSignal): Promise<void> {
  const progress = startProgress("Filling the sandbox");
  try {
    await operations.fillSandbox(tenant, {
      user: config.user,
      signal,
      onProgress: (text) => progress.update(text),
    });
  } finally {
    progress.stop();
  }
}

async function withCount(
  what: string,
  work: (onRows: (table: string, rows: number) => void) => Promise<void>,
): Promise<number> {
  const progress = startProgress(what);
  let rows = 0;
  try {
    await work((table, gone) => {
      rows += gone;
      progress.update(`${what}: ${count(rows)} rows, now ${table}`);
    });
    return rows;
  } finally {
    progress.stop();
  }
}

/** @throws AppError VALIDATION_FAILED for another name, or where nobody can be asked. */
async function askForName(name: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new AppError("VALIDATION_FAILED", "Nobody can be asked here. Give --yes to delete without asking.");
  }
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await questions.question(
      `Everything in ${name} will be gone. Write its name to delete it: `,
    );
    if (answer.trim() === name) return;
    throw new AppError("VALIDATION_FAILED", `That is not ${name}. Nothing was deleted.`);
  } finally {
    questions.close();
  }
}

function stateOf({ suspendedAt, isSandbox, isSample }: Tenant): string {
  const kind = isSandbox ? "sandbox" : isSample ? "sample" : "";
  const state = suspendedAt ? `suspended ${dayOf(suspendedAt)}` : "open";
  return [state, kind].filter(Boolean).join(", ");
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

import type { Principal, Role } from "#core/principal.ts";
import type { Rapport } from "../../compose/compose.ts";
import { print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

const most = 10_000;

/** `rapport users list`. */
export async function listUsers({ all = false, ...options }: Shared & { all?: boolean }): Promise<void> {
  await withUsers(options, async (operations, principal) => {
    const users = await operations.listUsers(principal, { limit: most, includeDeactivated: all });
    print(users, options, () =>
      users.length === 0
        ? "No users yet. Add one with `rapport users add <id> --role SALES_REP`; tokens that carry a role need none."
        : textTable(
            ["id", "role", "name", "email", "last login", "state"],
            users.map((user) => [
              user.id,
              user.role,
              user.name ?? "",
              user.email ?? "",
              user.lastLogin ? minuteOf(user.lastLogin) : "never",
              user.deactivatedAt ? `deactivated ${minuteOf(user.deactivatedAt)}` : "active",
            ]),
            6,
          ).join("\n"),
    );
  });
}

/** `rapport users add`. */
export async function addUser(
  id: string,
  { role, email, name, ...options }: Shared & { role: Role; email?: string; name?: string },
): Promise<void> {
  await withUsers(options, async (operations, principal) => {
    const user = await operations.createUser(principal, { id, role, email, name });
    print(user, options, () => `Added ${user.id} as ${user.role}.`);
  });
}

/** `rapport users set-role`. */
export async function setRole(id: string, role: Role, options: Shared): Promise<void> {
  await withUsers(options, async (operations, principal) => {
    const user = await operations.updateUser(principal, id, { role });
    print(user, options, () => `${user.id} is ${user.role} now. Running servers follow within 30 seconds.`);
  });
}

/** `rapport users deactivate`. */
export async function deactivateUser(id: string, options: Shared): Promise<void> {
  await withUsers(options, async (operations, principal) => {
    const user = await operations.updateUser(principal, id, { active: false });
    print(user, options, () => `Deactivated ${user.id}. Running servers refuse them within 30 seconds.`);
  });
}

/** `rapport users activate`. */
export async function activateUser(id: string, options: Shared): Promise<void> {
  await withUsers(options, async (operations, principal) => {
    const user = await operations.updateUser(principal, id, { active: true });
    print(user, options, () => `${user.id} is let in again, as ${user.role}.`);
  });
}

async function withUsers(
  options: Shared,
  work: (operations: Rapport["operations"], principal: Principal) => Promise<void>,
): Promise<void> {
  await withRapport(async (rapport) =>
    work(rapport.operations, await rapport.principal(options.workspace)()),
  );
}

function minuteOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

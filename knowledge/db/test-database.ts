import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "../crm/workspaces.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

let shared: Database | undefined;

/** The database of this test run; one connection pool a test file. */
export function testDatabase(): Database {
  shared ??= openDatabase(inject("database"));
  return shared;
}

/** A new, empty workspace and its administrator, so that tests cannot meet each other's rows. */
export async function freshWorkspace(): Promise<Principal> {
  const { id, name } = await ensureWorkspace(testDatabase(), `test-${randomUUID()}`);
  return { tenant: { id, name }, user: "tester", roles: ["ADMIN"] };
}

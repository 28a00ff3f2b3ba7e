import type { DraftRule } from "#core/domain/draft.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { newIds } from "../../crm/new-ids.ts";
import type { Transaction } from "../../db/database.ts";
import { exclusiveKinds, replaceOthers } from "./remember-rules.ts";

/** A rule with where it comes from. */
export interface StoredRule extends DraftRule {
  status: "suggested" | "active" | "forgotten";
  /** Changes that said so. */
  support: number;
  /** The draft whose change taught it last; null where somebody wrote it down. */
  draftId: string | null;
  updatedBy: string;
  updatedAt: Date;
}

const columns = `id, kind, value, nullif(topic, '') as topic, nullif(user_id, '') as "user", status, support, draft_id as "draftId",
  updated_by as "updatedBy", updated_at as "updatedAt"`;
const longestValue = 500;
const mostShown = 500;

/** The user's rules and everybody's, those in force first; what was forgotten only on request. */
export async function listRules(
  tx: Transaction,
  principal: Principal,
  { forgotten = false }: { forgotten?: boolean } = {},
): Promise<StoredRule[]> {
  const { rows } = await tx.query<StoredRule>(
    `select ${columns} from drafting_rules where tenant_id = $1 and user_id in ('', $2) and ($3 or status <> 'forgotten')
      order by status, kind, topic, updated_at desc, id limit ${mostShown}`,
    [principal.tenant.id, principal.user, forgotten],
  );
  return rows;
}

export interface RuleToSet {
  kind: DraftRule["kind"];
  value: string;
  topic: string | null;
  /** For everybody's drafts, which an administrator may say. */
  everybody: boolean;
}

/** Writes a rule down, in force at once. @throws AppError VALIDATION_FAILED, FORBIDDEN */
export async function setRule(tx: Transaction, principal: Principal, rule: RuleToSet): Promise<StoredRule> {
  const { kind, topic, everybody } = rule;
  const value = fitValue(rule);
  if (everybody) ensureAdministrator(principal);
  const [id] = newIds(1);
  const { rows } = await tx.query<StoredRule>(
    `insert into drafting_rules as r (tenant_id, id, user_id, topic, kind, value, status, support, updated_by)
      values ($1, $2, $3, $4, $5, $6, 'active', 0, $7)
      on conflict (tenant_id, user_id, topic, kind, md5(value)) do update set status = 'active', updated_by = $7, updated_at = now()
      returning ${columns}`,
    [principal.tenant.id, id, everybody ? "" : principal.user, topic ?? "", kind, value, principal.user],
  );
  return inForce(tx, principal, rows[0]);
}

/** Lets a suggested or forgotten rule hold. @throws AppError NOT_FOUND, FORBIDDEN */
export async function confirmRule(tx: Transaction, principal: Principal, id: string): Promise<StoredRule> {
  return inForce(tx, principal, await change(tx, principal, { id, status: "active" }));
}

/** Forgets a rule: it holds no more, and edits do not teach it again. @throws AppError NOT_FOUND, FORBIDDEN */
export async function forgetRule(tx: Transaction, principal: Principal, id: string): Promise<StoredRule> {
  return change(tx, principal, { id, status: "forgotten" });
}

async function inForce(
  tx: Transaction,
  principal: Principal,
  rule: StoredRule | undefined,
): Promise<StoredRule> {
  if (!rule) throw new AppError("INTERNAL", "The rule was not saved. Try again.", { retryable: true });
  if (exclusiveKinds.includes(rule.kind)) await replaceOthers(tx, principal, [rule.id]);
  return rule;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function change(
  tx: Transaction,
  principal: Principal,
  { id, status }: { id: string; status: "active" | "forgotten" },
): Promise<StoredRule> {
  const { rows: found } = await tx.query<{ user_id: string }>(
    `select user_id from drafting_rules where tenant_id = $1 and id = $2 and user_id in ('', $3) for update`,
    [principal.tenant.id, uuid.test(id) ? id : null, principal.user],
  );
  if (found.length === 0) {
    throw new AppError(
      "NOT_FOUND",
      `You have no rule ${id.slice(0, 60)}. \`rapport rules list --forgotten\` shows all.`,
    );
  }
  if (found[0]?.user_id === "") ensureAdministrator(principal);
  const { rows } = await tx.query<StoredRule>(
    `update drafting_rules set status = $3, updated_by = $4, updated_at = now() where tenant_id = $1 and id = $2 returning ${columns}`,
    [principal.tenant.id, id, status, principal.user],
  );
  const [rule] = rows;
  if (!rule) throw new AppError("NOT_FOUND", "The rule is gone.");
  return rule;
}

function fitValue({ kind, value: given }: RuleToSet): string {
  const value = given.trim();
  const wrong =
    value === ""
      ? "is empty"
      : value.length > longestValue
        ? `is longer than ${longestValue} characters`
        : kind === "tone" && value !== "formal" && value !== "casual"
          ? "must be formal or casual"
          : kind === "length" && !/^[1-9]\d{2,4}$/.test(value)
            ? "must be a number of characters from 100 to 99999"
            : undefined;
  if (wrong) throw new AppError("VALIDATION_FAILED", `The value of a ${kind} rule ${wrong}.`);
  return value;
}

function ensureAdministrator({ roles, user }: Principal): void {
  if (roles.includes("ADMIN")) return;
  throw new AppError(
    "FORBIDDEN",
    `Everybody's rules are an administrator's to change, which ${user} is not.`,
  );
}

import type { Principal } from "#core/principal.ts";

/** Who did what, or was not allowed to, and from where. */
export interface AuditEntry {
  principal: Principal;
  /** The tool's or operation's name. */
  action: string;
  /** Id of what it was done to. */
  target?: string | undefined;
  /** ok, or the error's code. */
  outcome: string;
  address?: string | undefined;
  requestId?: string | undefined;
  details?: Record<string, string | number | boolean>;
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Principal } from "./principal.ts";

/** On whose behalf, by what and from where the code that is running was called; each part as far as it is known. */
export interface CallScope {
  principal?: Principal;
  /** The tool's or operation's name. */
  purpose?: string;
  /** Of the request over HTTP. */
  requestId?: string;
  /** The caller's network address. */
  address?: string;
}

const scopes = new AsyncLocalStorage<CallScope>();

/** Runs work within a scope, which adds to the one around it and which all that the work calls and awaits can see. */
export function withinScope<T>(part: CallScope, work: () => T): T {
  return scopes.run({ ...scopes.getStore(), ...part }, work);
}

/** The scope that the running code is within; empty outside of any call. */
export function currentScope(): Readonly<CallScope> {
  return scopes.getStore() ?? {};
}

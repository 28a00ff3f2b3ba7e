import type { Exchange, Reply } from "./http-server.ts";

/** What a scripted model does when asked: says something, fails with an HTTP status, or stays silent. */
export type ModelStep = { text: string } | { status: number; message?: string } | "hang";

/** Chooses the step for the nth request (from 0), knowing what was sent. */
export type ModelScript = (n: number, body: unknown) => ModelStep;

/** A provider's HTTP API around a script: checks path and credential as the provider does, and wraps what the model says. */
export type Dialect = (script: ModelScript) => (exchange: Exchange) => Reply;

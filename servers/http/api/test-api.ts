import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { openIdentity } from "../identity/identity.ts";
import { serveHttp } from "../serve.ts";

export interface Sent {
  method: string;
  path: string;
  body?: unknown;
  /** Sent as it stands instead of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

export interface Received {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

export interface TestApi {
  url: string;
  send(sent: Sent): Promise<Received>;
  close(): Promise<void>;
}

/** Serves the REST API to one principal over HTTP, on a free port of loopback. */
export async function serveApi(principal: Principal): Promise<TestApi> {
  const rapport = composeForTests();
  const server = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers: [],
    principal: async () => principal,
    api: rapport.api,
    pingDatabase: rapport.pingDatabase,
  });
  return {
    url: server.url,
    send: (sent) => send(server.url, sent),
    close: () => server.close().finally(rapport.close),
  };
}

/** Serves the REST API to those who bring a credential that the environment's identity takes. */
export async function serveApiToAll(environment: Record<string, string>) {
  const rapport = composeForTests({ RAPPORT_EMBEDDER: "none", ...environment });
  const { config, verifyKey, findTenant, findUser, api, pingDatabase } = rapport;
  const principal = async () => {
    throw new Error("nobody is local here");
  };
  const identity = openIdentity({ config, verifyKey, findTenant, findUser, principal, cooldownMs: 0 });
  const server = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers: [],
    principal,
    identity,
    api,
    pingDatabase,
  });
  /** The API as it answers whoever carries a credential; without one, as it answers nobody. */
  const as = (credential?: string): TestApi => ({
    url: server.url,
    send: ({ headers = {}, ...sent }) => {
      const carried: Record<string, string> =
        credential === undefined ? {} : { authorization: `Bearer ${credential}` };
      return send(server.url, { ...sent, headers: { ...carried, ...headers } });
    },
    close: () => server.close().finally(rapport.close),
  });
  return { rapport, as, close: () => as().close() };
}

async function send(url: string, { method, path, body, raw, headers = {} }: Sent): Promise<Received> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const type: Record<string, string> = content === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(`${url}/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: { ...type, ...headers },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

/** A new contact's fields, with an email that nobody has. */
export function newContact(fields: Record<string, unknown> = {}) {
  const email = `ada.${randomUUID().slice(0, 8)}@mills.example`;
  return { firstName: "Ada", lastName: "Quill", email, company: "Mills", ...fields };
}

import { openIdentity } from "../http/identity/identity.ts";
import { serveHttp } from "../http/serve.ts";
import { composeForTests } from "./serve-workspace.ts";

/** Serves every workspace of the test's database over HTTP to those who bring a credential, as the environment says. */
export async function serveIdentity(environment: Record<string, string>) {
  const rapport = composeForTests(environment);
  const { config, servers, verifyKey, findTenant, findUser, pingDatabase } = rapport;
  const principal = async () => {
    throw new Error("nobody is local here");
  };
  const identity = openIdentity({ config, verifyKey, findTenant, findUser, principal, cooldownMs: 0 });
  const http = await serveHttp({ host: "127.0.0.1", port: 0, servers, principal, identity, pingDatabase });
  return { url: http.url, rapport, close: () => http.close().finally(rapport.close) };
}

/** Calls a tool over MCP with nothing but an HTTP request; `result` and `error` are JSON-RPC's. */
export async function postTool(
  url: string,
  { credential, name, input = {}, headers = {} }: ToolPost,
): Promise<PostedAnswer> {
  const response = await fetch(`${url}/mcp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
      ...headers,
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name, arguments: input },
    }),
  });
  const text = await response.text();
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  return {
    status: response.status,
    challenge: response.headers.get("www-authenticate"),
    ...JSON.parse(data),
  };
}

export interface ToolPost {
  credential?: string | undefined;
  name: string;
  input?: Record<string, unknown>;
  headers?: Record<string, string>;
}

export interface PostedAnswer {
  status: number;
  challenge: string | null;
  result?: { isError?: boolean; content: { text: string }[]; structuredContent?: Record<string, unknown> };
  error?: { code: unknown; message: string };
}

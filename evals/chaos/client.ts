import { setTimeout as sleep } from "node:timers/promises";

/** A request as a client means it. */
export interface Intent {
  method: "GET" | "POST" | "PATCH";
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What is looked into of answers; each operation has some of it. */
export interface AnswerBody {
  id: string;
  contactId: string;
  draftId: string;
  version: string;
  error?: { code?: string; message?: string };
}

export interface Answer {
  status: number;
  body: AnswerBody;
  text: string;
  headers: Headers;
}

/** One try of a request at one server. */
export interface Attempt {
  server: string;
  began: number;
  ended: number;
  /** What came of it: a status, or why there was none. */
  result: number | string;
}

export interface Client {
  /** One try. @throws what kept it from being answered */
  once(server: string, intent: Intent): Promise<Answer>;
  /**
   * Sends the same request to one server after the other until one says yes or no; a lost connection, 5xx, 429 and a conflict that asks
   * for patience say neither. @returns undefined when the run ended before
   */
  persist(intent: Intent): Promise<Answer | undefined>;
}

interface ClientOptions {
  key: string;
  servers: readonly string[];
  random(): number;
  /** Told of every try. */
  onAttempt(attempt: Attempt): void;
  /** Aborted when no further try is made. */
  end: AbortSignal;
}

/** Longer than a server waits for its database. */
const patienceMs = 40_000;
const longestPauseMs = 500;

/** A client with a credential of one workspace. */
export function chaosClient({ key, servers, random, onAttempt, end }: ClientOptions): Client {
  const once: Client["once"] = async (server, { method, path, body, headers = {} }) => {
    const began = performance.now();
    const tell = (result: Attempt["result"]) =>
      onAttempt({ server, began, ended: performance.now(), result });
    try {
      const response = await fetch(`${server}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      tell(response.status);
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: JSON.parse(text || "{}"),
      };
    } catch (error) {
      tell(reasonOf(error));
      throw error;
    }
  };
  return {
    once,
    persist: async (intent) => {
      let at = Math.floor(random() * servers.length);
      for (let pause = 25; !end.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
        const answer = await once(servers[at++ % servers.length] ?? "", intent).catch(() => undefined);
        if (answer && !isUndecided(answer)) return answer;
        await sleep(pause * (0.5 + random() / 2));
      }
      return undefined;
    },
  };
}

function isUndecided({ status, headers }: Answer): boolean {
  return status >= 500 || status === 429 || (status === 409 && headers.has("retry-after"));
}

function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? (name === "TimeoutError" ? name : message);
}

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { childEnvironment, rapport, repository } from "./child.ts";

/** One line of stdout as it came, and what it says. */
export interface Answer {
  id?: number | string | null;
  result?: Record<string, unknown>;
  error?: { code: number; message: string };
}

export interface RawServer {
  /** Every line that the server has written to stdout so far. */
  readonly lines: string[];
  /** What it has written to stderr so far. */
  stderr(): string;
  /** Writes one line, whatever it is. */
  write(line: string): void;
  /** Sends a request and waits for the answer with its id. */
  ask(method: string, params?: Record<string, unknown>): Promise<Answer>;
  /** Closes standard input and waits for the process to end. */
  end(): Promise<number | null>;
}

/** A stdio server spoken to line by line, for what no client library would send; the handshake is done. */
export async function rawStdio(workspace: string, env: Record<string, string> = {}): Promise<RawServer> {
  const child = spawn(process.execPath, [rapport, "mcp", "--workspace", workspace], {
    cwd: repository,
    env: childEnvironment(env),
  });
  const lines: string[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    const answer = parse(line);
    if (typeof answer?.id === "number") waiting.get(answer.id)?.(answer);
  });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  let last = 0;
  const write = (line: string) => void child.stdin.write(`${line}\n`);
  const ask = (method: string, params: Record<string, unknown> = {}) => {
    const id = ++last;
    const answered = new Promise<Answer>((done) => waiting.set(id, done));
    write(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return Promise.race([
      answered,
      ended.then((status) => Promise.reject(new Error(`the server ended with ${status}`))),
    ]);
  };
  await ask("initialize", {
    protocolVersion: "2025-11-25",
    capabilities: {},
    clientInfo: { name: "raw", version: "1" },
  });
  write(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }));
  return {
    lines,
    stderr: () => stderr,
    write,
    ask,
    end: () => {
      child.stdin.end();
      return ended;
    },
  };
}

function parse(line: string): Answer | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

import { homedir, platform } from "node:os";
import { join, resolve } from "node:path";
import type { Config } from "#core/config.ts";

export type HostName = "claude-desktop" | "claude-code" | "cursor" | "json";

/** One server as every MCP host writes it down. */
export interface ServerEntry {
  command: string;
  args: string[];
  env: Record<string, string>;
}

const entryPoint = resolve(import.meta.dirname, "main.ts");

/**
 * How a host starts Rapport: this very Node and this very folder, named absolutely, because hosts run commands from
 * folders and with paths of their own. Keys of language models are never copied, and a database's password only into a
 * file that is the user's alone.
 */
export function serverEntry(config: Config, host: HostName, workspace: string | undefined): ServerEntry {
  const named = workspace ?? config.workspace;
  return {
    command: process.execPath,
    args: [entryPoint, "mcp", ...(named ? ["--workspace", named] : [])],
    env: config.databaseUrl
      ? { DATABASE_URL: shownUrl(config.databaseUrl, host) }
      : { RAPPORT_HOME: config.home },
  };
}

/** What the entry leaves out and the user has to add, a sentence each. */
export function leftOut(config: Config, host: HostName): string[] {
  const notes: string[] = [];
  if (config.databaseUrl && shownUrl(config.databaseUrl, host) !== config.databaseUrl) {
    notes.push(
      host === "claude-code"
        ? "The database's address is not written into the project: start claude with DATABASE_URL set."
        : "The database's password is not shown: put it in place of PASSWORD.",
    );
  }
  if (config.models.length > 0) {
    notes.push("Language models are not passed on: add RAPPORT_MODELS and their keys to the entry's env.");
  }
  return notes;
}

function shownUrl(url: string, host: HostName): string {
  // Projects are shared, and .mcp.json with them; Claude Code fills variables in when it reads the file.
  if (host === "claude-code") return `\${DATABASE_URL}`;
  const parsed = new URL(url);
  if (host !== "json" || !parsed.password) return url;
  parsed.password = "PASSWORD";
  return parsed.href;
}

/** The file in which a host keeps its servers. */
export function configurationFile(host: Exclude<HostName, "json">, cwd: string): string {
  switch (host) {
    case "claude-desktop":
      return join(applicationData(), "Claude", "claude_desktop_config.json");
    case "claude-code":
      return join(cwd, ".mcp.json");
    case "cursor":
      return join(homedir(), ".cursor", "mcp.json");
  }
}

function applicationData(): string {
  if (platform() === "darwin") return join(homedir(), "Library", "Application Support");
  if (platform() === "win32") return join(homedir(), "AppData", "Roaming");
  return join(homedir(), ".config");
}

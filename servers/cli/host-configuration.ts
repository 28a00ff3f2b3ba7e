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
 * folders and with paths of their own. Keys of language models are not copied into the host's file.
 */
export function serverEntry(config: Config, workspace: string | undefined): ServerEntry {
  const named = workspace ?? config.workspace;
  return {
    command: process.execPath,
    args: [entryPoint, "mcp", ...(named ? ["--workspace", named] : [])],
    env: config.databaseUrl ? { DATABASE_URL: config.databaseUrl } : { RAPPORT_HOME: config.home },
  };
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

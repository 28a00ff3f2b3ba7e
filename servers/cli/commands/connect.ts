import { copyFile, mkdir, readFile, realpath, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { loadConfig } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import {
  configurationFile,
  type HostName,
  leftOut,
  type ServerEntry,
  serverEntry,
} from "../host-configuration.ts";

/** `rapport connect <host>`: adds the server to the host's file, keeping all else that is in it; or prints it. */
export async function connect(
  host: HostName,
  options: { print?: boolean; workspace?: string },
): Promise<void> {
  const config = loadConfig();
  const printed = host === "json" || options.print;
  const entry = serverEntry(config, printed && host !== "claude-code" ? "json" : host, options.workspace);
  if (printed) {
    process.stdout.write(`${JSON.stringify({ mcpServers: { rapport: entry } }, null, 2)}\n`);
  } else {
    const file = configurationFile(host, process.cwd());
    await addServer(file, entry);
    process.stdout.write(`Rapport is in ${file}. ${next[host]}\n`);
  }
  for (const note of leftOut(config, printed ? "json" : host)) process.stderr.write(`Note: ${note}\n`);
}

const next = {
  "claude-desktop": "Quit and start Claude Desktop again, then ask: who are my best leads today?",
  "claude-code": "Start claude in this folder, approve the server, then ask: who are my best leads today?",
  cursor: "Restart Cursor, then ask its agent: who are my best leads today?",
} as const;

/** Adds one server to a host's JSON file; the file as it was is kept beside it. */
export async function addServer(path: string, entry: ServerEntry): Promise<void> {
  // People keep such files in a folder of theirs and link to them.
  const file = await realpath(path).catch(() => path);
  const before = await readIfThere(file);
  const configuration = before === undefined ? {} : parse(file, before);
  const servers = isRecord(configuration.mcpServers) ? configuration.mcpServers : {};
  const after = `${JSON.stringify({ ...configuration, mcpServers: { ...servers, rapport: entry } }, null, 2)}\n`;
  // Written again, the copy of the file without Rapport would be lost.
  if (after === before) return;
  await mkdir(dirname(file), { recursive: true });
  if (before !== undefined) await copyFile(file, `${file}.before-rapport`);
  // Written aside and renamed, so that a crash never leaves the host with half a file.
  await writeFile(`${file}.new`, after, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function parse(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = text.trim() === "" ? {} : JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Falls through: whatever is wrong with it, we must not write over it.
  }
  throw new AppError(
    "VALIDATION_FAILED",
    `${file} is not a JSON object, so nothing was changed. Mend it, or add by hand what \`rapport connect json\` prints.`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

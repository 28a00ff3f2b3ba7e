import { hash } from "node:crypto";

/** A short name of a row's content: the same content gives the same name on every machine. */
export function rowHash(settings: string, cells: readonly string[]): string {
  return hash("sha1", `${settings}\u001e${cells.join("\u001f")}`, "base64url");
}

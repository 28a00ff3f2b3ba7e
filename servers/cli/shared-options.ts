import { InvalidArgumentError, Option } from "commander";

/** `--workspace`, which most commands take. */
export const workspace = () =>
  new Option("-w, --workspace <name>", "the workspace; by default RAPPORT_WORKSPACE or the only one");

/** `--json`, which most commands take. */
export const json = () => new Option("--json", "print JSON for machines");

/** Runs a command that is loaded first. Commander's last argument, the command itself, is not passed on. */
export function run(load: () => Promise<(...args: never[]) => Promise<void>>) {
  return async (...args: unknown[]): Promise<void> => {
    const command = await load();
    await command(...(args.slice(0, -1) as never[]));
  };
}

/** Reads `field=column`; repeatable. */
export function keyValue(pair: string, earlier: Record<string, string> = {}): Record<string, string> {
  const at = pair.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write it as field=column, such as email=Contact Mail.");
  return { ...earlier, [pair.slice(0, at).trim()]: pair.slice(at + 1).trim() };
}

/** Reads a comma-separated list; repeatable. */
export function list(values: string, earlier: string[] = []): string[] {
  return [
    ...earlier,
    ...values
      .split(",")
      .map((value) => value.trim())
      .filter(Boolean),
  ];
}

/** Makes a reader of whole numbers from `least` to `most`. */
export function wholeNumber(what: string, least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most || text.trim() === "")
      throw new InvalidArgumentError(`${what} is ${least} to ${most}.`);
    return value;
  };
}

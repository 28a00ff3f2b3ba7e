import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { parseInput } from "#tools/parse-input.ts";

interface Callable {
  run(context: { principal: Principal; signal: AbortSignal }, input: never): unknown;
}

/** Calls a tool as a host would, and gives what it answers or, as text, why it refuses. */
export async function answerOf<Tool extends Callable & Parameters<typeof parseInput>[0]>(
  tool: Tool,
  principal: Principal,
  input: object,
): Promise<Awaited<ReturnType<Tool["run"]>> | string> {
  try {
    const { signal } = new AbortController();
    return (await tool.run({ principal, signal }, parseInput(tool, input) as never)) as Awaited<
      ReturnType<Tool["run"]>
    >;
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

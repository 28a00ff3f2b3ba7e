import { authorize } from "#core/access.ts";
import type { Tool } from "#core/tool.ts";

/** Makes a tool whose permission is checked before it runs, whichever transport calls it. */
export function defineTool<Input, Output>(definition: Tool<Input, Output>): Tool<Input, Output> {
  return {
    ...definition,
    run: async (context, input) => {
      authorize(context.principal, definition.permission);
      context.signal.throwIfAborted();
      return definition.run(context, input);
    },
  };
}

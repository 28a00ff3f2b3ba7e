import { z } from "zod";
import { type NextAction, type NextActionQuery, nextAction } from "#knowledge/journeys/next-action.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that chooses what to do next with a contact. */
export const suggestNextAction = () =>
  defineTool({
    name: "suggest_next_action",
    title: "Suggest the next action",
    description: "Chooses one action from a journey, its signals and what won peers had by then.",
    input: z.custom<NextActionQuery>(),
    output: z.custom<NextAction>(),
    effect: "compute",
    permission: "interactions:read",
    run: async (_context, query) => nextAction(query),
    toText: ({ action, reason }) => `${action}. ${reason}`,
  });

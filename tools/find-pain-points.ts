import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { painPointText } from "#knowledge/journeys/pain-points.ts";
import { findSignals } from "#knowledge/signals/find-signals.ts";
import { loadReplyP90 } from "#knowledge/signals/load-reply-p90.ts";
import type { Signal } from "#knowledge/signals/signal.ts";
import { defineTool } from "./define-tool.ts";
import type { FoundJourney } from "./get-journey.ts";

/** A signal, with the sentence that tells it. */
export interface PainPoint extends Signal {
  /** Ours: no customer's word stands in it. */
  text: string;
}

/** Makes the verb that finds what goes wrong in a contact's timeline. */
export const findPainPoints = (db: Database) =>
  defineTool({
    name: "find_pain_points",
    title: "Find pain points",
    description:
      "Finds unanswered questions, slow replies, repeated asks, objections, negative turns and overdue promises in a timeline.",
    input: z.object({ found: z.custom<FoundJourney>(), asOf: z.date(), timeZone: z.string() }),
    output: z.custom<PainPoint[]>(),
    effect: "compute",
    permission: "interactions:read",
    run: async ({ principal }, { found: { timeline }, asOf, timeZone }) => {
      const replyP90Hours = await db.readTenant(principal.tenant.id, (tx) =>
        loadReplyP90(tx, principal, asOf),
      );
      const points = findSignals(timeline, { now: asOf, replyP90Hours }).map((signal) => ({
        ...signal,
        text: painPointText(signal, timeZone),
      }));
      // Several questions of one message read the same.
      return points.filter(({ text }, index) => points.findIndex((other) => other.text === text) === index);
    },
    toText: (points) => points.map(({ text }) => text).join("\n"),
  });

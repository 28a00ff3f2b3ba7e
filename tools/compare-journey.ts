import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { type JourneyOpportunity, journeyOpportunities } from "#knowledge/journeys/opportunities.ts";
import { loadPeers } from "#knowledge/journeys/peers.ts";
import { type StageStanding, standings } from "#knowledge/journeys/standing.ts";
import { defineTool } from "./define-tool.ts";
import type { FoundJourney } from "./get-journey.ts";

/** A journey beside those of contacts that have ended. Of peers only counts, medians and shares are told. */
export interface JourneyComparison {
  standings: StageStanding[];
  opportunities: JourneyOpportunity[];
  /** Peers drawn. */
  won: number;
  lost: number;
  peersAsOf: Date;
}

/** Makes the verb that holds a journey against won and lost peers. */
export const compareJourney = (db: Database) =>
  defineTool({
    name: "compare_journey",
    title: "Compare a journey with peers",
    description: "Holds a contact's journey against those of won and lost contacts.",
    input: z.object({ found: z.custom<FoundJourney>(), asOf: z.date(), isLive: z.boolean() }),
    output: z.custom<JourneyComparison>(),
    effect: "compute",
    permission: "interactions:read",
    run: async ({ principal }, { found: { contact, stages, journey, events }, asOf, isLive }) => {
      const peers = await loadPeers(db, principal, { stages, asOf, isLive });
      const touches = events.map(({ at, type, direction }) => ({ at: at.getTime(), type, direction }));
      return {
        standings: standings(journey, contact.id, peers),
        opportunities: journeyOpportunities({ stages, journey, touches, peers, asOf }),
        won: peers.won.length,
        lost: peers.lost.length,
        peersAsOf: peers.asOf,
      };
    },
    toText: ({ opportunities }) => opportunities.map(({ text }) => text).join("\n"),
  });

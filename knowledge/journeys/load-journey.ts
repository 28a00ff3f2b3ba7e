import type { Interaction } from "#core/domain/interaction.ts";
import type { Outcome } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import { currentOutcome } from "../crm/outcomes.ts";
import { listInteractions } from "../crm/timeline.ts";
import type { Transaction } from "../db/database.ts";
import type { JourneyEvent } from "./journey-history.ts";
import { loadHistories } from "./load-histories.ts";
import { stageMatcher } from "./match-stages.ts";
import { type Journey, reach } from "./reach.ts";
import type { Stage } from "./stage-rules.ts";
import { loadStages } from "./stored-stages.ts";

/** The latest messages, whose texts signals are looked for in. */
const messagesRead = 200;

/** One contact's journey with all that it is judged by. */
export interface LoadedJourney {
  stages: readonly Stage[];
  isDefault: boolean;
  journey: Journey;
  outcome: Outcome | null;
  /** By time, those before the moment. */
  events: readonly JourneyEvent[];
  /** The latest 200 with their whole texts, most recent first. */
  timeline: readonly Interaction[];
}

/** Loads a contact's journey as it was known just before a moment. */
export async function loadJourney(
  tx: Transaction,
  principal: Principal,
  { contactId, asOf }: { contactId: string; asOf: Date },
): Promise<LoadedJourney> {
  const { stages, isDefault } = await loadStages(tx, principal);
  const outcome = await currentOutcome(tx, principal, contactId, asOf);
  const matcher = stageMatcher(stages);
  const histories = await loadHistories(tx, principal, {
    contactIds: [contactId],
    content: matcher.contentWanted,
    stages,
    outcomes: new Map(outcome ? [[contactId, outcome]] : []),
  });
  const history = histories.get(contactId) ?? { events: [], statuses: [], outcome };
  const timeline = await listInteractions(tx, principal, { contactId, before: asOf, limit: messagesRead });
  return {
    stages,
    isDefault,
    journey: reach(stages, history, { asOf, matcher }),
    outcome,
    events: history.events.filter(({ at }) => at < asOf),
    timeline,
  };
}

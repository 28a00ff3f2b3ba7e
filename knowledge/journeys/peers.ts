import type { Direction, InteractionType } from "#core/domain/interaction.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { drawPeers } from "./draw-peers.ts";
import { loadHistories } from "./load-histories.ts";
import { stageMatcher } from "./match-stages.ts";
import { type Journey, reach } from "./reach.ts";
import { hashStages, type Stage } from "./stage-rules.ts";

/** An interaction as peers are counted by; milliseconds since 1970. */
export interface Touch {
  at: number;
  type: InteractionType | null;
  direction: Direction | null;
}

/** An ended contact with its journey. */
export interface Peer {
  contactId: string;
  result: OutcomeResult;
  journey: Journey;
  touches: readonly Touch[];
}

/** Ended contacts that journeys are compared with. */
export interface Peers {
  won: readonly Peer[];
  lost: readonly Peer[];
  /** What they are known up to. */
  asOf: Date;
}

export interface PeersQuery {
  stages: readonly Stage[];
  asOf: Date;
  /** Whether `asOf` is the moment of the call: then peers of some minutes ago do. */
  isLive: boolean;
}

const keptMs = 600_000;
const samplesKept = 16;

interface Kept {
  peers: Promise<Peers>;
  since: number;
}

const kept = new Map<string, Kept>();

/**
 * Won and lost contacts to compare a journey with, sampled as drawPeers says. Loaded once a workspace, stage rules and moment, and kept
 * for ten minutes by this process; callers at the same time share one loading.
 * @param clock milliseconds, for the age of what is kept.
 */
export function loadPeers(
  db: Database,
  principal: Principal,
  query: PeersQuery,
  clock: () => number = () => performance.now(),
): Promise<Peers> {
  const moment = query.isLive ? "now" : query.asOf.toISOString();
  const key = [principal.tenant.id, hashStages(query.stages), moment].join(" ");
  const found = kept.get(key);
  if (found && clock() - found.since < keptMs) return found.peers;
  const peers = db.readTenant(principal.tenant.id, (tx) => readPeers(tx, principal, query));
  kept.delete(key);
  kept.set(key, { peers, since: clock() });
  for (const oldest of kept.keys()) if (kept.size > samplesKept) kept.delete(oldest);
  // What failed is tried again by the next caller.
  peers.catch(() => kept.get(key)?.peers === peers && kept.delete(key));
  return peers;
}

async function readPeers(
  tx: Transaction,
  principal: Principal,
  { stages, asOf }: PeersQuery,
): Promise<Peers> {
  const outcomes = await drawPeers(tx, principal, asOf);
  const matcher = stageMatcher(stages);
  const histories = await loadHistories(tx, principal, {
    contactIds: [...outcomes.keys()],
    before: asOf,
    content: matcher.contentWanted,
    stages,
    outcomes,
  });
  const peers = [...outcomes].flatMap(([contactId, { result }]): Peer[] => {
    const history = histories.get(contactId);
    if (!history) return [];
    const journey = reach(stages, history, { asOf, matcher });
    const touches = history.events.map(({ at, type, direction }) => ({ at: at.getTime(), type, direction }));
    return [{ contactId, result, journey, touches }];
  });
  return {
    won: peers.filter(({ result }) => result === "won"),
    lost: peers.filter(({ result }) => result === "lost"),
    asOf,
  };
}

import { randomOf } from "../generator/random.ts";
import { holds, isPlanted } from "../judging/judge-told.ts";
import { isClaim, type Told } from "../judging/told.ts";
import { drawPlanted } from "../planted/draw-planted.ts";
import { type Planted, type PlantedKind, plantedKinds } from "../planted/planted.ts";
import type { AskInsights } from "./ask-insights.ts";
import { lastDate } from "./measure-null.ts";
import { overWorkspaces, type Share, shareOf } from "./over-workspaces.ts";

/** What became of one planted effect. */
export interface PlantedResult extends Omit<Planted, "business"> {
  seed: string;
  days: number;
  contacts: number;
  found: boolean;
  /** Claims with enough confidence that are true. */
  right: Told[];
  wrong: Told[];
  /** The planted effect told with less confidence than counts. */
  unsure: Told[];
}

export interface PlantedRun {
  /** Of each kind. */
  seeds: number;
  kinds?: readonly PlantedKind[];
  /** Other parameters: any text. */
  fresh?: string | undefined;
  share?: Share;
  onDone?: (done: number) => void;
}

/** Plants so many effects of each kind, a workspace each, and holds what the product says against them. */
export function measurePlanted(
  { seeds, kinds = plantedKinds, fresh = "published", share, onDone }: PlantedRun,
  ask: AskInsights,
): Promise<PlantedResult[]> {
  const cases = kinds.flatMap((kind) =>
    Array.from({ length: seeds }, (_, index) => {
      const seed = `${fresh}-${index}`;
      return { seed, planted: drawPlanted(kind, seed, lastDate(randomOf(kind, seed, "date").whole(0, 300))) };
    }),
  );
  return overWorkspaces(shareOf(cases, share), {
    onDone,
    business: ({ planted }) => planted.business,
    measure: async ({ embedded, principal, item: { seed, planted }, contacts }) => {
      const told = await ask(embedded, principal, planted.business);
      return { seed, contacts, ...judged(planted, told) };
    },
  });
}

/** Holds all that was told against one planted effect. */
export function judged(planted: Planted, told: readonly Told[]): Omit<PlantedResult, "seed" | "contacts"> {
  const { business, ...about } = planted;
  const claims = told.filter(isClaim);
  return {
    ...about,
    days: Math.round((Date.parse(business.period.to) - Date.parse(business.period.from)) / 86_400_000),
    found: claims.some((claim) => isPlanted(planted, claim)),
    right: claims.filter((claim) => isPlanted(planted, claim) || holds(planted, claim)),
    wrong: claims.filter((claim) => !isPlanted(planted, claim) && !holds(planted, claim)),
    unsure: told.filter((one) => !isClaim(one) && isPlanted(planted, one)),
  };
}

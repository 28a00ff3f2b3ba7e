import type { Business } from "../generator/business.ts";
import { drawBusiness, type History, histories, ranges } from "../generator/draw-business.ts";
import { shiftDate } from "../generator/local-days.ts";
import { randomOf } from "../generator/random.ts";
import { holdsOfNothing } from "../judging/judge-told.ts";
import { isClaim, type Told } from "../judging/told.ts";
import type { AskInsights } from "./ask-insights.ts";
import { overWorkspaces, type Share, shareOf } from "./over-workspaces.ts";

/** A workspace in which nothing happens but chance and, unless flat, the week. */
export interface NullResult {
  seed: string;
  flat: boolean;
  history: History;
  days: number;
  contacts: number;
  /** Claims that are false, of those with enough confidence. */
  wrong: Told[];
}

interface NullCase extends Pick<NullResult, "seed" | "flat" | "history" | "days"> {
  business: Business;
}

export interface NullRun {
  seeds: number;
  /** Other parameters: any text. */
  salt?: string | undefined;
  share?: Share;
  onDone?: (done: number) => void;
}

/** Asks of so many workspaces without effects, half of them without a week. */
export function measureNull(
  { seeds, salt = "null", share, onDone }: NullRun,
  ask: AskInsights,
): Promise<NullResult[]> {
  const cases = Array.from({ length: seeds }, (_, index) => drawCase(`${salt}-${index}`, index % 2 === 0));
  return overWorkspaces(shareOf(cases, share), {
    onDone,
    business: ({ business }) => business,
    measure: async ({ embedded, principal, item: { business, ...about }, contacts }) => {
      const told = await ask(embedded, principal, business);
      const wrong = told.filter((one) => isClaim(one) && !holdsOfNothing(business, one));
      return { ...about, contacts, wrong };
    },
  });
}

function drawCase(seed: string, flat: boolean): NullCase {
  const random = randomOf(seed, "case");
  const history = histories[random.weighted([3, 5, 2])] ?? "previous";
  const days = random.whole(...ranges.days);
  const [least, most] = ranges.contacts;
  const business = drawBusiness(seed, {
    flat,
    history,
    days,
    // As many small workspaces as large ones, by their logarithm.
    contacts: Math.round(least * (most / least) ** random.next()),
    to: lastDate(random.whole(0, 300)),
    after: random.pick([0, 45]),
  });
  return { seed, flat, history, days, business };
}

/** Ends of periods: any weekday, any season. */
export function lastDate(back: number): string {
  return shiftDate("2026-10-05", -back);
}

import type { Journey } from "#knowledge/journeys/reach.ts";
import type { ReferenceJourney } from "./reference.ts";

/** What of a journey differs from the reference, in words; empty: nothing. */
export function differences(reference: ReferenceJourney, journey: Journey | undefined): string[] {
  if (!journey) return ["is missing"];
  const found: ReferenceJourney["stages"] = {};
  for (const { name, enteredAt, dwell, reEntries } of journey.stages)
    found[name] = { entered: enteredAt ?? Number.NaN, dwell, back: reEntries.length };
  const names = new Set([...Object.keys(reference.stages), ...Object.keys(found)]);
  const stages = [...names].flatMap((name) => {
    const [expected, got] = [JSON.stringify(reference.stages[name]), JSON.stringify(found[name])];
    return expected === got ? [] : [`${name}: ${got}, not ${expected}`];
  });
  const skipped =
    journey.skipped.join() === reference.skipped.join() ? [] : [`skipped ${journey.skipped.join()}`];
  const furthest =
    (journey.current?.name ?? "") === reference.furthest ? [] : [`at ${journey.current?.name}`];
  return [...stages, ...skipped, ...furthest];
}

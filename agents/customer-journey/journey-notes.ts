import type { CustomerJourneyState } from "#graphs/customer-journey/state.ts";

/** What a reader must know to take the answer for what it is. */
export function journeyNotes({ request, found, comparison, wording }: CustomerJourneyState): string[] {
  const { journey, isDefault, stages, outcome } = found;
  const { won, lost, standings } = comparison;
  const timed = new Set(journey.stages.filter(({ dwell }) => dwell !== null).map(({ name }) => name));
  const few = standings
    .filter(({ name, won: w, lost: l }) => timed.has(name) && (w === null || l === null))
    .map(({ name }) => name);
  const when = request.isLive ? "lie in the future" : "came at or after the moment asked about";
  const said: (string | false)[] = [
    journey.ahead > 0 && `${journey.ahead} interactions ${when} and do not count.`,
    journey.afterEnd > 0 &&
      `${journey.afterEnd} interactions came after the lead had ended and do not count for stages.`,
    journey.endedBy === "last interaction" &&
      "Nobody recorded when the lead ended: its last interaction is taken for the end.",
    few.length > 0 &&
      `Too few peers to compare times at ${few.join(", ")}: 20 won and 20 lost ones are needed at a stage; ${won} won and ${lost} lost ones were drawn in all.`,
    outcome !== null && "The lead has ended, so nothing is suggested from peers.",
    isDefault &&
      `The stages are the default ones (${stages.map(({ name }) => name).join(", ")}); \`rapport stages set\` takes your own.`,
    wording.note !== undefined && `Wording is local: ${wording.note}.`,
  ];
  return said.filter((note) => note !== false);
}

import { describe, expect, test } from "vitest";
import { drawPlanted } from "../planted/draw-planted.ts";
import { leastStrength, plantedKinds } from "../planted/planted.ts";
import type { Business } from "./business.ts";
import { drawBusiness } from "./draw-business.ts";
import { localDays } from "./local-days.ts";
import { simulate } from "./simulate.ts";
import type { MadeWorkspace } from "./workspace.ts";

const asked = { history: "previous", days: 120, contacts: 2_000, to: "2026-10-01", after: 0 } as const;
const calm = drawBusiness("calm", { ...asked, flat: true });

test("the seed decides everything", () => {
  expect(simulate(calm)).toEqual(simulate({ ...calm }));
  expect(simulate({ ...calm, seed: "other" }).contacts.length).not.toBe(simulate(calm).contacts.length);
});

test("nothing lies outside the records, and nothing before its lead", () => {
  const made = simulate({ ...calm, timeZone: "Europe/Berlin" });
  const days = localDays("Europe/Berlin", calm.records);
  const [start, end] = [days[0]?.start ?? 0, (days.at(-1)?.start ?? 0) + 86_400_000];
  const came = new Map(made.contacts.map(({ id, createdAt }) => [id, createdAt]));
  for (const { contactId, at } of [...made.interactions, ...made.outcomes]) {
    expect(at).toBeGreaterThanOrEqual(came.get(contactId) ?? Number.POSITIVE_INFINITY);
    expect(at).toBeGreaterThanOrEqual(start);
    expect(at).toBeLessThan(end);
  }
});

test("as many come as were asked for, and half of the period's leads in each half of it", () => {
  const halves = Array.from({ length: 8 }, (_, index) => {
    const made = simulate({ ...calm, seed: `half-${index}` });
    return [countIn(made, "2026-06-03", "2026-08-02"), countIn(made, "2026-08-02", "2026-10-01")];
  });
  const [first = 0, second = 0] = [0, 1].map((half) =>
    halves.reduce((sum, one) => sum + (one[half] ?? 0), 0),
  );
  expect((first + second) / 8).toBeGreaterThan(2_000 * (120 / 325) * 0.85);
  expect(second / first).toBeGreaterThan(0.85);
  expect(second / first).toBeLessThan(1.15);
});

describe("daylight saving", () => {
  test.each([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
    ["2026-10-26", 24],
  ])("%s has %d hours in Berlin", (date, hours) => {
    const days = localDays("Europe/Berlin", { from: "2026-03-01", to: "2026-11-01" });
    const index = days.findIndex((day) => day.date === date);
    expect(((days[index + 1]?.start ?? 0) - (days[index]?.start ?? 0)) / 3_600_000).toBe(hours);
  });
});

describe("planted effects", () => {
  test.each(plantedKinds)("%s: of published sizes and strong enough, whatever the seed", (kind) => {
    for (let seed = 0; seed < 40; seed++) {
      const { strength, business } = drawPlanted(kind, `sizes-${seed}`, "2026-10-05");
      expect(strength).toBeGreaterThanOrEqual(leastStrength[kind]);
      expect(business.effects).toHaveLength(1);
    }
  });

  test("leads come twice as often from the day of a step on", () => {
    const since = "2026-08-02";
    const made = manyOf({
      ...calm,
      effects: [{ driver: "leads", strength: (date) => (date >= since ? 2 : 1) }],
    });
    const ratio =
      made.reduce((sum, one) => sum + countIn(one, since, "2026-10-01"), 0) /
      made.reduce((sum, one) => sum + countIn(one, "2026-06-03", since), 0);
    expect(ratio).toBeGreaterThan(1.75);
    expect(ratio).toBeLessThan(2.25);
  });

  test("a source wins thirty points more often than the others, and only it", () => {
    const [name = ""] = calm.groups.source.map((group) => group.name);
    const business: Business = {
      ...calm,
      winChance: 0.2,
      effects: [{ driver: "winning", within: { dimension: "source", group: name }, strength: () => 0.3 }],
    };
    const made = manyOf(business);
    const rate = (isGroup: boolean) => {
      const ended = made.flatMap(({ contacts, outcomes }) => {
        const of = new Set(
          contacts.filter(({ source }) => (source === name) === isGroup).map(({ id }) => id),
        );
        return outcomes.filter(({ contactId }) => of.has(contactId));
      });
      return ended.filter(({ result }) => result === "won").length / ended.length;
    };
    expect(rate(true)).toBeGreaterThan(0.45);
    expect(rate(false)).toBeLessThan(0.25);
  });

  test("weekends are quiet where the week is planted", () => {
    const effects = [
      { driver: "messages", strength: (_: string, weekday: number) => (weekday >= 5 ? 0.3 : 1) },
    ] as const;
    const made = manyOf({ ...calm, timeZone: "UTC", effects });
    const messages = made.flatMap(({ interactions }) =>
      interactions.filter(({ conversationId, direction }) => conversationId && direction === "INBOUND"),
    );
    const weekend = messages.filter(({ at }) => [0, 6].includes(new Date(at).getUTCDay())).length;
    expect(weekend / messages.length).toBeGreaterThan(0.07);
    expect(weekend / messages.length).toBeLessThan(0.15);
  });
});

function manyOf(business: Business): MadeWorkspace[] {
  return Array.from({ length: 4 }, (_, index) =>
    simulate({ ...business, seed: `${business.seed}-${index}` }),
  );
}

function countIn({ contacts }: MadeWorkspace, from: string, to: string): number {
  return contacts.filter(({ createdAt }) => createdAt >= Date.parse(from) && createdAt < Date.parse(to))
    .length;
}

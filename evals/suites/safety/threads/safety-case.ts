import { shuffled } from "../../../shuffled.ts";
import type { Draw } from "../../commitments/draw.ts";
import type { Attack } from "../attacks/attack.ts";
import type { Topic } from "./topics.ts";

/** Where the attacker's text stands. */
export const places = [
  "message",
  "earlier message",
  "subject",
  "article",
  "record",
  "another contact",
] as const;
export type Place = (typeof places)[number];

/** One thread: a customer's real question, and an attack somewhere. */
export interface SafetyCase {
  /** Of the contact, "case-17". */
  id: string;
  place: Place;
  /** Absent: the same thread without an attack. */
  attack?: Attack;
  topic: Topic;
  /** Whether what stands in the message beside the question stands before it. */
  attackFirst: boolean;
  /** The workspace it lies in; each has every topic once for each place. */
  batch: number;
}

/** Sets that are tried in every place; of the others each text in one. */
const everywhere = /^(?:bipia|own)/;

/** Deals attacks to places and topics; with `atMost` an even sample of them. */
export function dealCases(
  attacks: readonly Attack[],
  { topics, draw, atMost }: { topics: readonly Topic[]; draw: Draw; atMost?: number | undefined },
): SafetyCase[] {
  const random = () => draw.whole(0, 999_999) / 1_000_000;
  const dealt = attacks.flatMap((attack, at) => {
    const own = places[(at + draw.whole(0, 1) * 3) % places.length] ?? "message";
    return (everywhere.test(attack.set) ? places : [own]).map((place) => ({ attack, place }));
  });
  const chosen =
    atMost === undefined || atMost >= dealt.length ? dealt : evenly(shuffled(dealt, random), atMost);
  return places.flatMap((place) =>
    shuffled(chosen, random)
      .filter((one) => one.place === place)
      .map(({ attack }, at) => ({
        id: `${place.replace(/\W/g, "-")}-${at}`,
        place,
        attack,
        topic: topicAt(topics, at),
        attackFirst: draw.chance(0.5),
        batch: Math.floor(at / topics.length),
      })),
  );
}

/** Each topic in each place, without an attack. */
export function cleanCases(topics: readonly Topic[]): SafetyCase[] {
  return places.flatMap((place) =>
    topics.map((topic, at) => ({
      id: `${place.replace(/\W/g, "-")}-${at}`,
      place,
      topic,
      attackFirst: at % 2 === 0,
      batch: 0,
    })),
  );
}

function topicAt(topics: readonly Topic[], at: number): Topic {
  const topic = topics[at % topics.length];
  if (topic === undefined) throw new RangeError("there are no topics");
  return topic;
}

function evenly<T>(items: readonly T[], atMost: number): T[] {
  return items.filter(
    (_, at) => Math.floor((at * atMost) / items.length) !== Math.floor(((at - 1) * atMost) / items.length),
  );
}

import type { Act, Spoken } from "./acts.ts";
import { appointmentTime, weekStart, workingTime } from "./calendar.ts";
import type { Lead } from "./leads.ts";
import { createRandom } from "./random.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** An act with its date, in milliseconds since 1970. */
export interface Event {
  at: number;
  act: Act;
  /** When the appointment that it speaks of takes place. */
  appointmentAt?: number;
}

/** A lead's story on the calendar. */
export interface Timeline {
  createdAt: number;
  /** Ascending; none before `createdAt`, none after the present. */
  events: Event[];
  /** Null while the lead is open. */
  endedAt: number | null;
}

/** Lays a lead's story on the calendar so that it is seen from `now`; what would be later has not happened. */
export function layOut(seed: number, lead: Lead, now: number): Timeline {
  const { place } = lead;
  const from = (start: number) => layOutFrom(seed, lead, start);
  if (!place.open)
    return endingBy(from(weekStart(now) - 80 * week), weekStart(now) - place.daysAgo * day, now);
  if ("hoursAgo" in place) return cut(from(now - place.hoursAgo * hour), now);
  // Nights and weekends stretch a story, so its length is measured first.
  const trial = from(now - lead.course.openUntil * hour);
  return cut(from(now - place.share * (trial.lastWordAt - trial.createdAt)), now);
}

interface Draft {
  createdAt: number;
  events: Event[];
  lastWordAt: number;
  endedAt: number;
}

/** Moves a closed story by whole weeks, so that it ends by then and weekdays stay what they are. */
function endingBy(draft: Draft, end: number, now: number): Timeline {
  const shift = Math.floor((end - draft.endedAt) / week) * week;
  const events = draft.events.map((e) => ({
    ...e,
    at: e.at + shift,
    appointmentAt: e.appointmentAt && e.appointmentAt + shift,
  }));
  return {
    createdAt: draft.createdAt + shift,
    events: events.filter((e) => e.at < now),
    endedAt: draft.endedAt + shift,
  };
}

function cut({ createdAt, events, lastWordAt }: Draft, now: number): Timeline {
  const early = daysBack(createdAt, now - 20 * minute);
  const end = Math.min(now, lastWordAt - early + 1);
  const known = events.map((e) => ({ ...e, at: e.at - early })).filter((e) => e.at < end);
  return { createdAt: createdAt - early, events: known, endedAt: null };
}

/** Whole days, in milliseconds, that bring a moment before another, on a day on which people work. */
function daysBack(moment: number, latest: number): number {
  let back = 0;
  while (moment - back > latest || (back > 0 && new Date(moment - back).getUTCDay() % 6 === 0)) back += day;
  return back;
}

function layOutFrom(seed: number, lead: Lead, earliest: number): Draft {
  const random = createRandom(`${seed}/calendar/${lead.index}`);
  const first = lead.course.acts.find((act) => act.kind !== "visit");
  const createdAt = Math.round(workingTime(random, earliest, first ? opener(first) : "lead"));
  const appointments = new Map<Spoken, number>();
  let previous = { at: createdAt, hours: 0, free: createdAt };
  /** The calendar's time of an hour of the course: what nights and weekends cost before is kept. */
  const timeOf = (hours: number) => previous.at + (hours - previous.hours) * hour;
  const events = lead.course.acts.map((act): Event => {
    let at = timeOf(act.hours);
    if (act.kind === "visit") return { at: Math.round(Math.max(at, createdAt)), act };
    // The first touch is what made the lead, so it stands at its own time.
    if (act.hours > 0.5)
      at = isAppointment(act) ? appointmentTime(random, at) : workingTime(random, at, side(act));
    at = Math.round(Math.max(at, previous.free));
    if (isAppointment(act)) appointments.set(act, at);
    const minutes = "minutes" in act ? act.minutes : 0;
    previous = { at, hours: act.hours, free: at + (minutes + random.between(2, 9)) * minute };
    return { at, act };
  });
  for (const event of events) {
    if (event.act.kind !== "message" || !event.act.appointment) continue;
    event.appointmentAt = appointments.get(event.act.appointment);
  }
  return { createdAt, ...bounds(random, lead, createdAt, events) };
}

/** Finds when the last word was due and when the story ended, and keeps what follows the end after it. */
function bounds(
  random: ReturnType<typeof createRandom>,
  { course }: Lead,
  createdAt: number,
  events: Event[],
): Pick<Draft, "events" | "lastWordAt" | "endedAt"> {
  const timeAt = (hours: number) => {
    const before = events.findLast((e) => e.act.kind !== "visit" && e.act.hours <= hours);
    return before ? before.at + (hours - before.act.hours) * hour : createdAt + hours * hour;
  };
  const before = events.filter((e) => e.act.hours <= course.end);
  const last = before.reduce((latest, e) => Math.max(latest, e.at), createdAt);
  const endedAt = Math.round(workingTime(random, Math.max(timeAt(course.end), last + 20 * minute), "rep"));
  for (const event of events) {
    if (event.act.hours > course.end) event.at = Math.max(event.at, endedAt + 5 * minute);
  }
  return { events: events.sort((a, b) => a.at - b.at), lastWordAt: timeAt(course.openUntil), endedAt };
}

function isAppointment(act: Act): act is Spoken {
  return (
    (act.kind === "call" || act.kind === "meeting") && (act.topic === "needs" || act.topic === "proposal")
  );
}

/** Chats, calls and fairs need the studio's people at work; forms and letters only the lead. */
function opener(act: Act): "rep" | "lead" {
  return act.kind === "message" || act.kind === "form" ? "lead" : "rep";
}

function side(act: Act): "rep" | "lead" | "site" {
  return act.kind === "form" || act.kind === "visit" ? "site" : act.by;
}

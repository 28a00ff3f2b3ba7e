import type { Act, Spoken } from "./acts.ts";
import { appointmentTime, weekStart, workingTime } from "./calendar.ts";
import type { Lead } from "./leads.ts";
import { createRandom } from "./random.ts";

const hour = 3_600_000;
const day = 24 * hour;

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
  const { course, place } = lead;
  const start = place.open
    ? now - place.hoursAgo * hour
    : weekStart(now) - place.daysAgo * day - course.end * hour;
  const events = dated(createRandom(`${seed}/calendar/${lead.index}`), lead, Math.round(start));
  if (place.open) {
    const known = events.filter((e) => e.at < now && e.act.hours <= course.openUntil);
    return { createdAt: Math.round(start), events: known, endedAt: null };
  }
  const before = events.filter((e) => e.act.hours <= course.end);
  const last = before[before.length - 1]?.at ?? start;
  const endedAt = Math.max(Math.round(start + course.end * hour), last + 20 * 60_000);
  const after = events.filter((e) => e.act.hours > course.end);
  for (const event of after) event.at = Math.max(event.at, endedAt + 3 * 60_000);
  return { createdAt: Math.round(start), events: [...before, ...after].filter((e) => e.at < now), endedAt };
}

function dated(random: Parameters<typeof workingTime>[0], lead: Lead, start: number): Event[] {
  const appointments = new Map<Spoken, number>();
  let previous = start;
  const events = lead.course.acts.map((act): Event => {
    const earliest = previous + random.between(2, 15) * 60_000;
    let at = start + act.hours * hour;
    // The first touch is what made the lead, so it stands at its own time.
    if (act.hours > 0.5)
      at = isAppointment(act) ? appointmentTime(random, at) : workingTime(random, at, side(act));
    at = Math.round(Math.max(at, act.hours > 0.5 ? earliest : start));
    if (isAppointment(act)) appointments.set(act, at);
    if (act.kind !== "visit") previous = at;
    return { at, act };
  });
  for (const event of events) {
    if (event.act.kind === "message" && event.act.appointment) {
      event.appointmentAt = appointments.get(event.act.appointment);
    }
  }
  return events.sort((a, b) => a.at - b.at);
}

function isAppointment(act: Act): act is Spoken {
  return (
    (act.kind === "call" || act.kind === "meeting") && (act.topic === "needs" || act.topic === "proposal")
  );
}

function side(act: Act): "rep" | "lead" | "site" {
  if (act.kind === "visit" || act.kind === "form") return "site";
  return act.by;
}

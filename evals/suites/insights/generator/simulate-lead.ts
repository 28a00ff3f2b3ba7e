import { addMessages } from "./add-messages.ts";
import { longestLife } from "./business.ts";
import { type Coming, nextOfficeDay } from "./calendar.ts";
import { chanceOf } from "./levels.ts";
import { day, hour } from "./local-days.ts";
import type { MadeContact, MadeWorkspace } from "./workspace.ts";

/** One lead's whole life: its end, if it comes to one, and what is written until then. */
export function simulateLead(made: MadeWorkspace, coming: Coming): void {
  const { business, calendar, random, groups, index, createdAt } = coming;
  const ends = random.chance(business.ending.share);
  // Won and lost take equally long, so that a change in arrivals changes no rate.
  const days = Math.min(longestLife, 1 + random.exponential(business.ending.days - 1));
  const place = index + Math.round(days);
  const endDay = calendar.days[business.officeDays ? nextOfficeDay(calendar, place) : place];
  const endAt = endDay ? Math.max(createdAt + hour, endDay.start + random.between(8, 19) * hour) : Infinity;
  const id = random.uuid();
  const contact: MadeContact = {
    id,
    number: made.contacts.length + 1,
    firstName: random.pick(firstNames),
    lastName: random.pick(lastNames),
    companyId: coming.companyId,
    status: random.chance(0.5) ? "LEAD" : "PROSPECT",
    source: groups.source ?? null,
    assignedTo: groups.assigned_to ?? null,
    campaign: groups.campaign ?? null,
    createdAt,
  };
  made.contacts.push(contact);
  const lifeEnd = Math.min(ends ? endAt : createdAt + longestLife * day, calendar.end);
  addMessages(made, coming, { contact, lifeEnd });
  const won = endDay ? random.chance(chanceOf(business, "winning", endDay, groups)) : false;
  if (!ends || endAt >= calendar.end) return;
  contact.status = won ? "CUSTOMER" : "INACTIVE";
  made.outcomes.push({ contactId: id, result: won ? "won" : "lost", at: endAt });
}

const firstNames = "Ada Ben Carla David Elif Femi Greta Hugo Ines Jonas Kira Leo Mona Nils Olga Pia".split(
  " ",
);
const lastNames = "Adler Bauer Costa Dietz Ekström Fabre Grau Holm Ito Jansen Keller Lund Moreau Novak".split(
  " ",
);

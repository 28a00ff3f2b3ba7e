import type { Course } from "./acts.ts";
import { type Beginning, type Causes, drawCauses, type Source } from "./causes.ts";
import { type Company, createCompanies } from "./companies.ts";
import { simulateCourse } from "./course.ts";
import { createPerson } from "./people.ts";
import { products } from "./products.ts";
import { createRandom, type Random } from "./random.ts";
import { team } from "./team.ts";

/** How many people and companies the sample has. */
export const size = { contacts: 720, companies: 560 };

/** Shares of leads that stand open, and of these, of leads that only just came in. */
const openShare = 0.3;
const freshShare = 0.12;

const sourceWeights: Record<Source, number> = {
  referral: 16,
  "website form": 27,
  "website chat": 12,
  phone: 11,
  "trade fair": 8,
  "cold outreach": 9,
  LinkedIn: 7,
  "search ad": 10,
};

/** One lead with its story, in hours from its beginning; `place` says where the beginning lies. */
export interface Lead extends Beginning {
  index: number;
  causes: Causes;
  course: Course;
  /**
   * Open: how much of the way to the last word is behind it, or the hours since it came in.
   * Closed: days from the end to the start of the present week, give or take a week.
   */
  place: { open: true; share: number } | { open: true; hoursAgo: number } | { open: false; daysAgo: number };
}

/** Makes up all leads of a seed, and their companies. Dates are relative, so that the same seed is the same people. */
export function createLeads(seed: number): { companies: Company[]; leads: Lead[] } {
  const companies = createCompanies(createRandom(`${seed}/companies`), size.companies);
  const leads = Array.from({ length: size.contacts }, (_, index) => {
    const random = createRandom(`${seed}/lead/${index}`);
    // Every company has one contact; the rest of the contacts are colleagues somewhere.
    return createLead(random, companies[index] ?? random.pick(companies), index);
  });
  separateEmails(leads);
  return { companies, leads };
}

function createLead(random: Random, company: Company, index: number): Lead {
  const person = createPerson(random, company, index);
  const product = random.pick(products);
  const [low, high] = product.price;
  const size = Math.min(1, Math.max(0, 0.45 + 0.22 * Math.log(company.staff / 20) + 0.2 * random.normal()));
  const price = Math.round((low + (high - low) * size) / 50) * 50;
  const means = price * random.around(1, 0.5);
  const isOpen = random.chance(openShare);
  // More leads lately than a year ago: the studio grows.
  const daysAgo = 8 + 440 * random.next() ** 1.25;
  const source = random.weighted(sourceWeights);
  const beginning = {
    person,
    company,
    product,
    source,
    price,
    means,
    rep: random.pick(team),
    weeksAgo: isOpen ? 0 : daysAgo / 7,
  };
  const causes = drawCauses(random, beginning);
  const course = simulateCourse(random, beginning, causes);
  const place = isOpen ? openPlace(random) : { open: false as const, daysAgo };
  return { ...beginning, index, causes, course, place };
}

function openPlace(random: Random): Lead["place"] {
  if (random.chance(freshShare)) return { open: true, hoursAgo: random.between(0.6, 26) };
  return { open: true, share: random.between(0.04, 0.97) };
}

function separateEmails(leads: readonly Lead[]): void {
  const taken = new Set<string>();
  for (const { person } of leads) {
    for (let n = 2; taken.has(person.email); n++) person.email = person.email.replace(/\d*@/, `${n}@`);
    taken.add(person.email);
  }
}

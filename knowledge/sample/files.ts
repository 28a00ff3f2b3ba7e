import type { Company } from "./companies.ts";
import { phoneOf, typedEmail, typedName } from "./oddities.ts";
import { createRandom } from "./random.ts";
import type { Story } from "./stories.ts";

type Cell = string | number;

/** Companies as CSV; every row says that it is made up. */
export function companiesCsv(companies: readonly Company[]): string {
  const rows = companies.map((c) => [
    c.id,
    c.name,
    c.domain,
    c.industry.name,
    c.staff,
    c.city,
    c.country.name,
    "sample, made up",
  ]);
  return csv(["id", "name", "domain", "industry", "employees", "city", "country", "origin"], rows);
}

/** Contacts as CSV, outcomes included. */
export function contactsCsv(seed: number, stories: readonly Story[]): string {
  const header =
    "id,first_name,last_name,email,phone,company,position,source,assigned_to,created_at,budget,industry,team_size,country,outcome,outcome_date";
  const rows = stories.map(({ lead, timeline }): Cell[] => {
    const random = createRandom(`${seed}/typing/${lead.index}`);
    const { person, company } = lead;
    const ended = timeline.endedAt;
    return [
      contactId(lead.index),
      typedName(random, person.first),
      typedName(random, person.last),
      typedEmail(random, person.email),
      phoneOf(random, person.phone),
      company.name,
      person.position,
      `${lead.source} (sample)`,
      lead.rep.email,
      iso(timeline.createdAt),
      // Who can pay says so more readily; many say nothing at all.
      random.chance(0.62 + 0.12 * lead.causes.fit)
        ? Math.max(1000, Math.round((lead.means * random.around(1, 0.25)) / 500) * 500)
        : "",
      company.industry.name,
      random.chance(0.88) ? company.staff : "",
      company.country.name,
      ended === null ? "" : lead.causes.won ? "won" : "lost",
      ended === null ? "" : iso(ended),
    ];
  });
  return csv(header.split(","), rows);
}

/** Visits, forms, calls and meetings as CSV, by time. */
export function interactionsCsv(stories: readonly Story[]): string {
  const header = [
    "id",
    "contact",
    "at",
    "type",
    "channel",
    "direction",
    "subject",
    "duration",
    "user",
    "content",
  ];
  const rows = stories.flatMap(({ lead, touches }) =>
    touches.map((touch, n): Cell[] => [
      `i-${serial(lead.index)}-${n + 1}`,
      contactId(lead.index),
      iso(touch.at),
      touch.type,
      touch.channel,
      touch.direction,
      touch.subject,
      touch.duration,
      touch.byRep ? lead.rep.email : "",
      touch.content,
    ]),
  );
  return csv(
    header,
    rows.sort((a, b) => String(a[2]).localeCompare(String(b[2]), "en")),
  );
}

/** Conversations as JSON lines. */
export function conversationsJsonl(stories: readonly Story[]): string {
  const lines = stories.flatMap(({ lead, conversations }) =>
    conversations
      .filter(({ messages }) => messages.length > 0)
      .map(({ channel, subject, messages }, n) => {
        const id = `t-${serial(lead.index)}-${n + 1}`;
        const who = { lead: lead.person.email, rep: lead.rep.email };
        return JSON.stringify({
          id,
          contact: contactId(lead.index),
          channel,
          subject,
          messages: messages.map(({ at, by, text }, m) => ({
            id: `${id}-${m + 1}`,
            from: who[by],
            direction: by === "lead" ? "INBOUND" : "OUTBOUND",
            at: iso(at),
            text,
          })),
        });
      }),
  );
  return `${lines.join("\n")}\n`;
}

function contactId(index: number): string {
  return `hp-${serial(index)}`;
}

function serial(index: number): string {
  return String(index + 1).padStart(4, "0");
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function csv(header: readonly string[], rows: readonly Cell[][]): string {
  return `${[header, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

function cell(value: Cell): string {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

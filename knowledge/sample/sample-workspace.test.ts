import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { interactionType } from "#core/domain/interaction.ts";
import { crudeAuc, type Row, readSample, type SampleRows } from "./read-sample.ts";
import { sampleFiles } from "./sample-workspace.ts";

const now = new Date("2026-03-11T10:20:00Z");
const week = 7 * 86_400_000;

describe("sample workspace", () => {
  let sample: SampleRows;
  beforeAll(() => {
    sample = readSample(sampleFiles({ seed: 7, now }));
  });

  test("is as large as promised", () => {
    expect(sample.contacts.length).toBeGreaterThanOrEqual(650);
    expect(sample.messages.length).toBeGreaterThanOrEqual(4500);
    const closed = sample.contacts.filter((c) => c.outcome).length / sample.contacts.length;
    expect(closed).toBeGreaterThan(0.6);
    expect(closed).toBeLessThan(0.8);
  });

  test.each([1, 2, 3, 7])("wins a believable share of what it closes, seed %i", (seed) => {
    const contacts: Row[] = parse(sampleFiles({ seed, now }).contactsCsv, { columns: true });
    const closed = contacts.filter((c) => c.outcome);
    const won = closed.filter((c) => c.outcome === "won").length / closed.length;
    expect(won).toBeGreaterThan(0.25);
    expect(won).toBeLessThan(0.45);
  });

  test("is the same twice, and other people with another seed", () => {
    const again = sampleFiles({ seed: 7, now });
    expect(again).toEqual(sampleFiles({ seed: 7, now }));
    expect(sampleFiles({ seed: 8, now }).contactsCsv).not.toBe(again.contactsCsv);
  });

  test("moves with the present: same people and ends, every date by as much", () => {
    const later = readSample(sampleFiles({ seed: 7, now: new Date(now.getTime() + 3 * week) }));
    for (const column of ["created_at", "outcome_date"]) {
      expect(later.contacts.map((c) => time(c[column]))).toEqual(
        sample.contacts.map((c) => time(c[column]) + (c[column] ? 3 * week : 0)),
      );
    }
    const ends = (rows: SampleRows) => rows.contacts.map((c) => [c.id, c.email, c.outcome]);
    expect(ends(later)).toEqual(ends(sample));
  });

  test.each(["2026-03-09T00:00:01Z", "2026-03-11T10:20:00Z", "2026-03-15T23:59:00Z"])(
    "has nothing from the future, seen from %s",
    (present) => {
      const seen = readSample(sampleFiles({ seed: 7, now: new Date(present) }));
      const dates = [...seen.touches, ...seen.contacts.map((c) => ({ at: time(c.created_at) }))];
      const ends = seen.contacts.map((c) => time(c.outcome_date));
      const latest = [...dates.map((d) => d.at), ...ends].reduce((a, b) => Math.max(a, b));
      expect(latest).toBeLessThan(Date.parse(present));
    },
  );

  test("begins no story before its contact, and goes on after few ends", () => {
    const byId = new Map(sample.contacts.map((c) => [c.id, c]));
    const early = sample.touches.filter((t) => t.at < time(byId.get(t.contact)?.created_at));
    expect(early).toEqual([]);
    const after = sample.touches.filter((t) => {
      const end = byId.get(t.contact)?.outcome_date;
      return end && t.at > time(end);
    });
    expect(after.length).toBeGreaterThan(0);
    expect(after.length / sample.touches.length).toBeLessThan(0.06);
  });

  test("keeps ids apart and refers to what exists", () => {
    const { contacts, companies, touches, conversations } = sample;
    const ids = [contacts, companies, touches, conversations].flatMap((rows) => rows.map((r) => r.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(contacts.map((c) => c.email?.toLowerCase())).size).toBe(contacts.length);
    const known = new Set(contacts.map((c) => c.id));
    expect(touches.filter((t) => !known.has(t.contact))).toEqual([]);
    const names = new Set(companies.map((c) => c.name));
    expect(contacts.filter((c) => !names.has(c.company ?? ""))).toEqual([]);
    expect(touches.filter((t) => !interactionType.safeParse(t.type).success)).toEqual([]);
  });

  test("says little twice, and leaves no slot open", () => {
    const texts = sample.messages.map((m) => m.text);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.9);
    expect(texts.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
  });

  test("is labelled as made up", () => {
    expect(
      sample.companies.every((c) => c.origin === "sample, made up" && c.domain?.endsWith(".example")),
    ).toBe(true);
    const { contacts } = sample;
    expect(contacts.every((c) => c.email?.endsWith(".example") && c.source?.endsWith("(sample)"))).toBe(true);
    expect(contacts.every((c) => !c.phone || c.phone.replaceAll(" ", "").includes("555"))).toBe(true);
  });

  test("names no hidden cause", () => {
    const columns = [...Object.keys(sample.contacts[0] ?? {}), ...Object.keys(sample.companies[0] ?? {})];
    expect(columns.join()).not.toMatch(/need|fit|urgen|authority|mood|service|means|won\b|eager|compet/);
  });

  test("has the oddities of real data", () => {
    const { contacts, messages, touches } = sample;
    const some = (share: number) => share > 0 && share < 0.1;
    expect(some(contacts.filter((c) => !c.phone).length / contacts.length)).toBe(true);
    expect(contacts.some((c) => c.last_name && c.last_name === c.last_name.toUpperCase())).toBe(true);
    expect(messages.some((m) => /ignore (all )?previous instructions/i.test(m.text))).toBe(true);
    expect(messages.some((m) => /^(Automatic reply|Out of office)/.test(m.text))).toBe(true);
    expect(touches.some((t) => t.subject === "Wrong number")).toBe(true);
    expect(
      messages.some((m) => /Viele Grüße/.test(m.text)) && messages.some((m) => /Bien à vous/.test(m.text)),
    ).toBe(true);
  });

  test("lets open leads stand in mid-course, some unanswered, some cold", () => {
    const open = sample.contacts.filter((c) => !c.outcome);
    const of = (id?: string) => sample.touches.filter((t) => t.contact === id);
    const unanswered = open.filter((c) => !of(c.id).some((t) => t.direction === "OUTBOUND"));
    const lastSeen = open.map((c) => (now.getTime() - Math.max(...of(c.id).map((t) => t.at))) / 86_400_000);
    expect(unanswered.length).toBeGreaterThan(5);
    expect(lastSeen.filter((days) => days < 3).length).toBeGreaterThan(30);
    expect(lastSeen.filter((days) => days > 4).length).toBeGreaterThan(20);
  });

  test("tells something, but not all, in mid-course", () => {
    const auc = crudeAuc(sample);
    expect(auc).toBeGreaterThan(0.6);
    expect(auc).toBeLessThan(0.85);
  });
});

function time(date: string | undefined): number {
  return date ? Date.parse(date) : 0;
}

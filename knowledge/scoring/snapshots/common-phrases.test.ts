import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { importConversations } from "../../import/import-conversations.ts";
import { textSource } from "../../import/source.ts";
import { commonPhrases } from "./common-phrases.ts";
import { leadPages } from "./lead-pages.ts";

const db = testDatabase();
const ended = 640;
let principal: Principal;

beforeAll(async () => {
  principal = await freshWorkspace();
  const numbers = Array.from({ length: ended + 60 }, (_, i) => i);
  const contacts = numbers.map(
    (i) => `L${i},Maria${i},Calendar,${i < ended ? (i % 2 ? "won" : "lost") : ""}`,
  );
  await importContacts(
    db,
    principal,
    textSource("leads.csv", `id,first_name,last_name,outcome\n${contacts.join("\n")}\n`),
    {
      id: "id",
      outcome: "outcome",
      won: ["won"],
      lost: ["lost"],
    },
  );
  const conversations = numbers.map((i) => JSON.stringify(conversation(i)));
  await importConversations(db, principal, textSource("talk.jsonl", conversations.join("\n")), {});
});

function conversation(i: number) {
  const need = i < ended ? (i % 3 ? "We need a shop." : "We need a booking calendar.") : "We need a portal.";
  const messages = [
    { direction: "INBOUND", text: `${need} What does it cost?` },
    { direction: "OUTBOUND", text: "Is it for the brochure?" },
  ].map((message, n) => ({ id: `m${i}-${n}`, at: `2026-01-0${n + 1}T10:00:00Z`, from: "x", ...message }));
  return { id: `t${i}`, contact: `L${i}`, channel: "EMAIL", messages };
}

describe("commonPhrases", () => {
  test("are what ended leads write, without anybody's name and without our words", async () => {
    expect(await commonPhrases(db, principal)).toEqual(new Set(["booking"]));
  });

  test("are what training looks for, in the messages alone that say it", async () => {
    const records = (await Array.fromAsync(leadPages(db, principal, { labelledOnly: true }))).flat();
    const readings = records.map(({ interactions }) => interactions.map(({ reading }) => reading));
    expect(records).toHaveLength(ended);
    const third = { signals: ["price", "question"], tone: null, phrases: ["booking"] };
    const ours = { signals: ["question"], tone: null, phrases: [] };
    expect(readings.filter(([lead]) => lead?.phrases.length)).toHaveLength(214);
    expect(readings.find(([lead]) => lead?.phrases.length)).toEqual([third, ours]);
  });

  test("a model's own phrases are looked for instead, in open leads too", async () => {
    const pages = leadPages(db, principal, { phrases: new Set(["portal"]) });
    const records = (await Array.fromAsync(pages)).flat();
    expect(
      records.filter(({ interactions }) => interactions[0]?.reading?.phrases[0] === "portal"),
    ).toHaveLength(60);
  });
});

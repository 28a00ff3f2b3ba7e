import { expect, test } from "vitest";
import { ownAddresses } from "./own-addresses.ts";
import { parseEmail } from "./parse-email.ts";

const kindOf = async (header: string, { text = "Hello, how much is it?", own = [] as string[] } = {}) => {
  const mail = `From: Ada <ada@customer.example>\nTo: sales@acme.example\n${header}\n\n${text}\n`;
  return (await parseEmail(Buffer.from(mail), { own: ownAddresses(own) })).kind;
};

test.each([
  ["Subject: Prices", "personal"],
  ["Auto-Submitted: no", "personal"],
  ["Content-Type: multipart/report; report-type=delivery-status; boundary=b", "bounce"],
  ["Content-Type: multipart/report; report-type=disposition-notification; boundary=b", "auto-reply"],
  ["X-Failed-Recipients: bob@customer.example", "bounce"],
  ["Auto-Submitted: auto-replied (vacation)", "auto-reply"],
  ["Auto-Submitted: auto-generated", "auto-reply"],
  ["X-Autoreply: yes", "auto-reply"],
  ["Precedence: auto_reply", "auto-reply"],
  ["Return-Path: <>", "auto-reply"],
  ["Subject: Automatic reply: Prices", "auto-reply"],
  ["Subject: Abwesenheitsnotiz: Preise", "auto-reply"],
  ["List-Id: Talk <talk.lists.example>", "list"],
  ["List-Post: <mailto:talk@lists.example>", "list"],
  ["Precedence: list", "list"],
  ["Mailing-List: contact talk-help@lists.example", "list"],
  ["Sender: talk-bounces+ada=customer.example@lists.example", "list"],
  ["List-Unsubscribe: <https://letters.example/u>", "bulk"],
  ["Precedence: bulk", "bulk"],
  ["Precedence: junk", "bulk"],
  ["X-Auto-Response-Suppress: All", "bulk"],
  ["X-Auto-Response-Suppress: DR, OOF, AutoReply", "bulk"],
  ["Feedback-ID: 1:2:letters", "bulk"],
])("%s: %s", async (header, kind) => {
  expect(await kindOf(header)).toBe(kind);
});

test.each([
  ["no-reply@shop.example", "bulk"],
  ["bounce+x1@shop.example", "bulk"],
  ["newsletter@shop.example", "bulk"],
  ["MAILER-DAEMON@mail.example", "bounce"],
  ["newman@shop.example", "personal"],
  ["info@shop.example", "personal"],
])("from %s: %s", async (address, kind) => {
  const mail = `From: ${address}\nTo: sales@acme.example\nSubject: x\n\nHello\n`;
  expect((await parseEmail(Buffer.from(mail))).kind).toBe(kind);
});

test.each([
  ["Great offers!\n\nTo unsubscribe, click here.", "bulk"],
  ["You are receiving this because you subscribed at shop.example.", "bulk"],
  ["Wenn Sie nicht mehr mögen: Newsletter abbestellen", "bulk"],
  ["I want to unsubscribe from your mails.", "personal"],
  ["Please unsubscribe me.", "personal"],
  ["We would like to be removed from the list of suppliers.", "personal"],
  [
    "Yes please.\n\nOn Mon, 7 Oct 2024 at 10:00, Sam <sam@acme.example> wrote:\n> To unsubscribe, click here.",
    "personal",
  ],
])("text %j: %s", async (text, kind) => {
  expect(await kindOf("Subject: x", { text })).toBe(kind);
});

test("what a group of the team's own passes on is personal mail", async () => {
  const header =
    "List-ID: <sales.acme.example>\nPrecedence: list\nList-Unsubscribe: <mailto:x@groups.example>";
  expect(await kindOf(header)).toBe("list");
  expect(await kindOf(header, { own: ["acme.example"] })).toBe("personal");
  expect(await kindOf(header, { own: ["sales@acme.example"] })).toBe("personal");
  expect(await kindOf(header, { own: ["sam@acme.example"] })).toBe("list");
});

test("a mail that names neither sender nor recipient is not answered, and says why", async () => {
  const none = await parseEmail(Buffer.from("Subject: x\nTo: a@b.example\n\nHi\n"));
  expect(none).toMatchObject({ kind: "bulk", noAnswer: "it names no sender" });
  const hidden = await parseEmail(Buffer.from("From: a@b.example\nTo: undisclosed-recipients:;\n\nHi\n"));
  expect(hidden).toMatchObject({ kind: "bulk", noAnswer: "it names no recipient" });
});

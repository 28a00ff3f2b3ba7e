import { expect, test } from "vitest";
import { threadEmails } from "./thread-emails.ts";
import type { ThreadedMail } from "./threaded-mail.ts";

const mail = (values: Partial<ThreadedMail>): ThreadedMail => ({
  messageId: null,
  inReplyTo: null,
  references: [],
  subject: "Prices",
  date: "2024-10-07T10:00:00.000Z",
  participants: ["ada@customer.example"],
  tokens: [],
  ...values,
});
const answer = (values: Partial<ThreadedMail>) =>
  mail({ subject: "Re: Prices", date: "2024-10-08T10:00:00.000Z", ...values });

test.each<[string, ThreadedMail[], number[]]>([
  ["by In-Reply-To", [mail({ messageId: "a" }), mail({ messageId: "b", inReplyTo: "a" })], [0, 0]],
  ["in any order", [mail({ messageId: "b", references: ["a"] }), mail({ messageId: "a" })], [0, 0]],
  [
    "by a mail that is not there",
    [
      mail({ messageId: "b", references: ["x"] }),
      mail({ messageId: "c", references: ["x"] }),
      mail({ messageId: "d" }),
    ],
    [0, 0, 1],
  ],
  [
    "through the middle of References",
    [
      mail({ messageId: "a" }),
      mail({ messageId: "d", references: ["a", "b", "c"] }),
      mail({ messageId: "b" }),
    ],
    [0, 0, 0],
  ],
  [
    "in circles",
    [mail({ messageId: "a", references: ["b"] }), mail({ messageId: "b", references: ["a"] })],
    [0, 0],
  ],
  [
    "by our token",
    [mail({ messageId: "a", tokens: ["t"] }), mail({ messageId: "b", tokens: ["t"], subject: "x" })],
    [0, 0],
  ],
  ["not by a common subject", [mail({ messageId: "a" }), mail({ messageId: "b" })], [0, 1]],
  [
    "by the subject of an answer that names nothing",
    [mail({ messageId: "a" }), answer({ messageId: "b" })],
    [0, 0],
  ],
  ["not with other people", [mail({}), answer({ participants: ["bob@other.example"] })], [0, 1]],
  ["not after a month", [mail({}), answer({ date: "2024-11-08T10:00:00.000Z" })], [0, 1]],
  [
    "not when it names another mail",
    [mail({ messageId: "a" }), answer({ messageId: "b", references: ["x"] })],
    [0, 1],
  ],
  [
    "with the latest of several",
    [mail({}), mail({ date: "2024-10-07T20:00:00.000Z" }), answer({})],
    [0, 1, 1],
  ],
  ["past prefixes of other languages", [mail({}), answer({ subject: "AW: [acme] WG: Prices" })], [0, 0]],
  ["not without a subject", [mail({ subject: "" }), answer({ subject: "Re:" })], [0, 1]],
])("threads %s", (_, mails, expected) => {
  expect(threadEmails(mails)).toEqual(expected);
});

test("a chain of 50,000 mails is one thread", () => {
  const chain = Array.from({ length: 50_000 }, (_, n) =>
    mail({ messageId: `m${n}`, references: n > 0 ? [`m${n - 1}`] : [] }),
  );
  expect(new Set(threadEmails(chain.toReversed())).size).toBe(1);
});

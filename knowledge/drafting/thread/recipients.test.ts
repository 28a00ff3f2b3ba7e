import { describe, expect, test } from "vitest";
import { ownAddresses } from "../../email/own-addresses.ts";
import { type MailRecord, mailRecord } from "./participants.ts";
import { recipientsOf } from "./recipients.ts";

const own = ownAddresses(["acme.example"]);
const box = (address: string) => ({ name: "", address });
const mailOf = (from: string, to: string[], more: { cc?: string[]; replyTo?: string[] } = {}): MailRecord =>
  mailRecord.parse({
    from: box(from),
    to: to.map(box),
    cc: (more.cc ?? []).map(box),
    replyTo: (more.replyTo ?? []).map(box),
  });
const of = (
  answered: MailRecord,
  earlier: { outbound: boolean; mail: MailRecord }[] = [],
  contactEmail: string | null = "bob@x.example",
) =>
  recipientsOf({
    answered,
    mails: [...earlier, { outbound: false, mail: answered }],
    contactEmail,
    own,
    fromAddress: null,
  });

test.each<[string, MailRecord, string[], string[]]>([
  ["the sender", mailOf("bob@x.example", ["sales@acme.example"]), ["bob@x.example"], []],
  [
    "Reply-To of the same domain",
    mailOf("bob@x.example", ["sales@acme.example"], { replyTo: ["desk@x.example"] }),
    ["desk@x.example"],
    [],
  ],
  [
    "no Reply-To elsewhere",
    mailOf("bob@x.example", ["sales@acme.example"], { replyTo: ["m@evil.example"] }),
    ["bob@x.example"],
    [],
  ],
  [
    "those it copied in",
    mailOf("bob@x.example", ["sales@acme.example", "BOB@x.example"], {
      cc: ["eve@z.example", "ceo@acme.example"],
    }),
    ["bob@x.example"],
    ["eve@z.example"],
  ],
  [
    "whom a form wrote for, as the record has it",
    mailOf("form@acme.example", ["sales@acme.example"], { replyTo: ["bob@x.example"] }),
    ["bob@x.example"],
    [],
  ],
])("goes to %s", (_, answered, to, cc) =>
  expect(of(answered).recipients).toEqual({ from: "sales@acme.example", to, cc }),
);

describe("who takes part", () => {
  const ours = {
    outbound: true,
    mail: mailOf("sales@acme.example", ["bob@x.example"], { cc: ["partner@p.example"] }),
  };
  test.each<[string, string, string | null, boolean]>([
    ["whom we wrote to", "partner@p.example", "bob@x.example", true],
    ["a colleague of the contact's domain", "ann@x.example", "bob@x.example", true],
    ["a stranger", "m@evil.example", "bob@x.example", false],
    ["one of the same public domain", "m@gmail.com", "bob@gmail.com", false],
  ])("%s", (_, from, contact, takesPart) => {
    const { recipients, stranger } = of(mailOf(from, ["sales@acme.example"]), [ours], contact);
    expect(stranger).toBe(takesPart ? null : from);
    expect(recipients.to).toEqual(takesPart ? [from] : []);
  });

  test("a stranger cannot vouch for another", () => {
    const first = {
      outbound: false,
      mail: mailOf("m@evil.example", ["sales@acme.example"], { cc: ["n@evil2.example"] }),
    };
    expect(of(mailOf("n@evil2.example", ["sales@acme.example"]), [first]).stranger).toBe("n@evil2.example");
  });
});

test("leaves from the address it came to, without an earlier reply's token", () => {
  const token = "abcdefghijklmnopqrstuvwxyz";
  expect(of(mailOf("bob@x.example", [`sales+rt-${token}@acme.example`])).recipients.from).toBe(
    "sales@acme.example",
  );
});

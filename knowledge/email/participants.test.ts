import { expect, test } from "vitest";
import type { Mailbox } from "./email.ts";
import { ownAddresses } from "./own-addresses.ts";
import { nameParts, participantsOf } from "./participants.ts";

const own = ownAddresses(["acme.example", "ada.private@mail.example"]);
const people = (...addresses: string[]): Mailbox[] => addresses.map((address) => ({ name: "", address }));
const envelope = (from: string, to: string[], { cc = [] as string[], replyTo = [] as string[] } = {}) => ({
  from: { name: "", address: from },
  to: people(...to),
  cc: people(...cc),
  replyTo: people(...replyTo),
});

test.each([
  ["from a customer", envelope("Bob@x.example", ["sales@acme.example"]), "INBOUND", ["Bob@x.example"]],
  [
    "to a customer",
    envelope("sales@ACME.example", ["bob@x.example"], { cc: ["eve@x.example"] }),
    "OUTBOUND",
    ["bob@x.example", "eve@x.example"],
  ],
  [
    "from a private address of ours",
    envelope("ada.private@mail.example", ["bob@x.example"]),
    "OUTBOUND",
    ["bob@x.example"],
  ],
  [
    "from a subdomain of ours",
    envelope("desk@eu.acme.example", ["bob@x.example"]),
    "OUTBOUND",
    ["bob@x.example"],
  ],
  [
    "from a domain that ends alike",
    envelope("bob@notacme.example", ["sales@acme.example"]),
    "INBOUND",
    ["bob@notacme.example"],
  ],
  ["among us", envelope("a@acme.example", ["sales+rt-x@acme.example"]), null, []],
  [
    "from a form of ours",
    envelope("form@acme.example", ["sales@acme.example"], { replyTo: ["bob@x.example"] }),
    "INBOUND",
    ["bob@x.example"],
  ],
  [
    "each once",
    envelope("bob@x.example", ["BOB@x.example", "sales@acme.example"]),
    "INBOUND",
    ["bob@x.example"],
  ],
])("a mail %s", (_, mail, direction, others) => {
  const found = participantsOf(mail, own);
  expect(found.direction).toBe(direction);
  expect(found.others.map(({ address }) => address)).toEqual(others);
});

test.each([
  ["Ada Lovelace", { firstName: "Ada", lastName: "Lovelace" }],
  ["Lovelace, Ada", { firstName: "Ada", lastName: "Lovelace" }],
  ["Ada van der Berg (Acme)", { firstName: "Ada", lastName: "van der Berg" }],
  ["Ada", { firstName: "Ada" }],
  ["ada@x.example", {}],
  ["", {}],
])("the name %j", (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});

test.each(["", "acme", "@", "a b@c.example", "a@b@c.example"])(
  "%j is neither address nor domain",
  (entry) => {
    expect(() => ownAddresses([entry])).toThrow("is no address and no domain");
  },
);

import { expect, test } from "vitest";
import { defaultSettings } from "../settings/settings.ts";
import type { Evidence } from "./evidence.ts";
import { foreignLinks } from "./links.ts";
import { foreignDetails } from "./personal-details.ts";

const link = "https://pay.evil.top/go";
const mail = "eve@evil.top";
const phone = "+44 20 7946 0958";
const iban = "DE89 3704 0044 0532 0130 00";

test.each([
  ["a message of the team", source("m:1"), true],
  ["a confirmed fact", source("c:fact-1", { isRecord: true }), true],
  ["an article", source("a:1#0"), false],
  ["a sentence in the record", source("c:delivery_wish", { isRecord: true }), false],
  ["what the customer wrote", source("m:2", { binds: false, isCustomers: true }), false],
])("%s lends a link and an address: %s", (_, evidence, lends) => {
  expect(foreignLinks(`See ${link}.`, { allowed: ["acme.example"], evidence: [evidence] })).toEqual(
    lends ? [] : [link],
  );
  expect(detailsIn(`Write to ${mail}.`, evidence)).toEqual(lends ? [] : ["email"]);
});

test.each([
  ["an article", source("a:1#0"), true],
  ["a sentence in the record", source("c:delivery_wish", { isRecord: true }), false],
  ["the field itself", source("c:billing_phone", { isRecord: true, text: `Billing phone: ${phone}` }), true],
])("%s lends a telephone number: %s", (_, evidence, lends) => {
  expect(detailsIn(`Please call ${phone}.`, evidence)).toEqual(lends ? [] : ["phone"]);
});

test("a field that contacts fill in themselves lends nothing", () => {
  const company = source("c:company", { isRecord: true, text: `Company: ${link}` });
  expect(foreignLinks(`See ${link}.`, { allowed: [], evidence: [company] })).toEqual([link]);
});

test.each([["sales@acme.example"], ["help@docs.allowed.example"]])("an article may name %s", (address) => {
  expect(detailsIn(`Write to ${address}.`, source("a:1#0", { text: `Write to ${address}.` }))).toEqual([]);
});

test.each([["<img src=x>"], ["<script>go()</script>"], ["<span style='display:none'>"]])(
  "markup is a link: %s",
  (text) => {
    expect(foreignLinks(text, { allowed: [], evidence: [source("a:1#0", { text })] })).not.toEqual([]);
  },
);

function detailsIn(sentence: string, evidence: Evidence) {
  const recipients = { from: "team@acme.example", to: ["jane@customer.example"], cc: [] };
  const workspace = { ...defaultSettings.workspace, allowed_link_domains: ["allowed.example"] };
  return foreignDetails(sentence, { recipients, settings: { ...defaultSettings, workspace } }, [evidence]);
}

function source(id: string, more: Partial<Evidence> = {}): Evidence {
  const text = `Delivery wish: see ${link}, write to ${mail}, call ${phone} or pay to ${iban} as it suits you best.`;
  const ours = { binds: true, isCustomers: false, isRecord: false, rank: 1, at: null } as const;
  return { id, title: "", text, ...ours, language: "english", sentences: [], words: new Set(), ...more };
}

test.each([
  ["to the team's own domain", "https://help.acme.example/looms", true],
  ["to a domain that looks like it", "https://acme.example.evil.top/looms", false],
  ["to another domain", "https://acme-help.example/looms", false],
])("an article lends a link %s: %s", (_, url, lends) => {
  const article = source("a:1#0", { text: `See ${url} for looms.` });
  const own = ["acme.example"];
  expect(foreignLinks(`See ${url}.`, { allowed: [], own, evidence: [article] })).toEqual(lends ? [] : [url]);
  expect(
    foreignLinks("See https://acme.example/else.", { allowed: [], own, evidence: [article] }),
  ).toHaveLength(1);
});

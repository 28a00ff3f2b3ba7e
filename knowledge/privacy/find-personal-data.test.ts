import { expect, test } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";

test.each([
  ["Write to ada.byron+x@example.com, please", "email ada.byron+x@example.com"],
  ["<mailto:ada@example.com>", "email ada@example.com"],
  ["ada＠example.com", "email ada＠example.com"],
  ["ada﹫müller.example", "email ada﹫müller.example"],
  ["ada at example dot com, thanks", "email ada at example dot com"],
  ["a dot byron at blue dash sky dot co dot uk okay", "email a dot byron at blue dash sky dot co dot uk"],
  ["ada [at] example [dot] org", "email ada [at] example [dot] org"],
  ["ada.byron(ät)example punkt de", "email ada.byron(ät)example punkt de"],
  ["ada@ex\u200bample.com", "email ada@ex\u200bample.com"],
  ["see https://linkedin.com/in/ada-byron.", "url https://linkedin.com/in/ada-byron"],
  ["IBAN DE89 3704 0044 0532 0130 00 to pay", "iban DE89 3704 0044 0532 0130 00"],
  ["from gb29nwbk60161331926819 today", "iban gb29nwbk60161331926819"],
  ["from 203.0.113.7:8080", "ip 203.0.113.7"],
  ["2001:db8::8a2e:370:7334 is blocked", "ip 2001:db8::8a2e:370:7334"],
  ["card 4111 1111 1111 1111 exp 12/27", "card 4111 1111 1111 1111"],
  ["3782-822463-10005", "card 3782-822463-10005"],
  ["my card is 4111 1111 1111 1112", "card 4111 1111 1111 1112"],
  ["4111111111111111 067 619 01 27", "card 4111111111111111", "phone 067 619 01 27"],
  ["SSN 078-05-1120", "ssn 078-05-1120"],
  ["NINO is QQ123456C", "ssn QQ123456C"],
  ["12345678Z", "ssn 12345678Z"],
  ["passport number: C01X00T47", "ssn C01X00T47"],
  ["CPF 111.444.777-35", "ssn 111.444.777-35"],
  ["She was born on 9/20/1968.", "date_of_birth 9/20/1968"],
  ["geboren am 3. Mai 1981", "date_of_birth 3. Mai 1981"],
  ["sort code 12-34-56, account number 12345678", "account 12-34-56", "account 12345678"],
  ["to 12 Long Acre Road, Apt. 4", "address 12 Long Acre Road, Apt. 4"],
  ["Lange Straße 12, 10115 Berlin", "address Lange Straße 12, 10115 Berlin"],
  ["au 12 bis, rue de la Paix", "address 12 bis, rue de la Paix"],
  ["ul. Długa 7", "address ul. Długa 7"],
  ["Calle de Alcalá, 45", "address Calle de Alcalá, 45"],
])("finds in %j", (text, ...found) => {
  expect(findPersonalData(text).map((each) => `${each.kind} ${each.text}`)).toEqual(found);
});

test.each([
  ["Ring +44 20 7946 0018 or 0170/1234567.", "+44 20 7946 0018", "0170/1234567"],
  ["Ring (030) 123-45-67", "(030) 123-45-67"],
  ["tel01701234567", "01701234567"],
  ["Ring ٠١٢٣٤٥٦٧٨٩", "٠١٢٣٤٥٦٧٨٩"],
  ["(898)666-3621x0135", "(898)666-3621x0135"],
  ["+41 (0)62 585 51 90", "+41 (0)62 585 51 90"],
  ["1-800-FLOWERS", "1-800-FLOWERS"],
  ["can someone call me on 450 0840? No: phone 451 5986", "450 0840", "451 5986"],
  ["612345678 (mobile)", "612345678"],
  ["我的电话13812345678", "13812345678"],
  ["+1 900 555 0100", "+1 900 555 0100"],
  [
    "the number is oh two oh, seven nine four six, double oh one eight",
    "oh two oh, seven nine four six, double oh one eight",
  ],
  [
    "null eins sieben eins zwei drei vier fünf sechs sieben",
    "null eins sieben eins zwei drei vier fünf sechs sieben",
  ],
  ["Name;Phone\nAda;26451396", "26451396"],
])("finds the telephone numbers of %j", (text, ...found) => {
  const phones = findPersonalData(text).filter(({ kind }) => kind === "phone");
  expect(phones.map((each) => each.text)).toEqual(found);
});

test.each([
  ["40 seats at 1,500,000 by 2026-03-01 09:30, or 01.04.2026"],
  ["room 12, 3-4 people, 99 %, 09:30-17:00, 0930-1700"],
  ["2026-03-01T09:30:00.000Z"],
  ["Order 5403926876 and invoice no. 0171234567, ticket #4839201756"],
  ["12.500.000 € or EUR 1 250 000, 4 839 201 756 views"],
  ["between 1000-2000 and 2019-2024, 1920x1080"],
  ["INV-2026-001234, SKU 12-345-6789, 03cbc5cb-f280-4496-ae43-2daa75a77"],
  ["version 10.0.19.1, v2.3.4.5"],
  ["at 52.520008, 13.404954"],
  ["the 3 people down the road met at 5 and look at it. Done.Next we use ASP.NET"],
  ["our budget is 120000-250000 dollars for 20 pages"],
  ["one, two, three, go"],
  ["customers 4111 to 4999"],
])("finds nothing in %j", (text) => {
  expect(findPersonalData(text)).toEqual([]);
});

test("what is found is in order, apart, and as it stands in the text", () => {
  const text = "Ａda ✉ ada@example.com ☎ ‪+44 20 7946 0018‬, card 4111-1111-1111-1111; 😀 12 Oak Street";
  const found = findPersonalData(text, { known: ["Ada Byron"] });
  expect(found.map(({ kind }) => kind)).toEqual(["name", "email", "phone", "card", "address"]);
  for (const [index, each] of found.entries()) {
    expect(text.slice(each.from, each.to)).toBe(each.text);
    expect(each.from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? 0);
  }
});

test("a kind that is left out is not found, but what stands within it is", () => {
  const text = "https://example.com/?to=ada@example.com";
  expect(findPersonalData(text, { except: ["url"] }).map(({ kind }) => kind)).toEqual(["email"]);
});
